import { createContext, useContext } from 'react';
import type { PolicyFinding } from '../../contracts';
import { stepsOf, valueAt } from '../document';
import type { PolicyFormProps } from '../policy-forms';

/** What every field of the form works on. */
export const SchemeForm = createContext<PolicyFormProps | undefined>(undefined);

/** @throws Error outside a scheme's form */
export function useSchemeForm(): PolicyFormProps {
  const form = useContext(SchemeForm);
  if (form === undefined) throw new Error('outside-scheme-form');
  return form;
}

/** What stands at a place as a text; nothing where it is another thing. */
export function useText(pointer: string): string {
  const value = valueAt(useSchemeForm().document, stepsOf(pointer));
  return typeof value === 'string' ? value : '';
}

/** The members of a list; none where there is no list. */
export function useList(pointer: string): readonly unknown[] {
  const value = valueAt(useSchemeForm().document, stepsOf(pointer));
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

/** What is wrong at exactly this place. */
export function useFindingsAt(pointer: string): readonly PolicyFinding[] {
  return useSchemeForm().findings.filter((finding) => finding.pointer === pointer);
}
