import type { ComponentType } from 'react';
import type { PolicyKind } from '../contracts';
import type { PolicyDocument } from './document';
import { OddsForm } from './odds/odds-form';

export interface PolicyFormProps {
  readonly document: PolicyDocument;
  /** Another value at a place; undefined takes it out. */
  readonly put: (pointer: string, value: unknown) => void;
  readonly writable: boolean;
  /** The place that a finding led to: the form shows the part in which it is. */
  readonly sought: { readonly pointer: string } | undefined;
}

/** By kind of policy; a kind without a form is written as JSON. */
export const POLICY_FORMS: Partial<Record<PolicyKind, ComponentType<PolicyFormProps>>> = { odds: OddsForm };
