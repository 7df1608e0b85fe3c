import type { ComponentType } from 'react';
import type { PolicyFinding, PolicyKind } from '../contracts';
import type { PolicyDocument } from './document';
import { OddsForm } from './odds/odds-form';
import { PointsForm } from './points/points-form';

export interface PolicyFormProps {
  readonly document: PolicyDocument;
  /** Another value at a place; undefined takes it out. */
  readonly put: (pointer: string, value: unknown) => void;
  readonly writable: boolean;
  /** What was wrong with what was kept last. */
  readonly findings: readonly PolicyFinding[];
  /** The place that a finding led to: the form shows the part in which it is. */
  readonly sought: { readonly pointer: string } | undefined;
}

/** By kind of policy. */
export const POLICY_FORMS: Readonly<Record<PolicyKind, ComponentType<PolicyFormProps>>> = { odds: OddsForm, points: PointsForm };
