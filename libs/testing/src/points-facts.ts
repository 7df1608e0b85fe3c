import { dayOf } from '#domain/calendar/day';
import type { FieldValue, PointsFact, StepName } from '#domain/points/facts';

/** A fact of points as an example tells it: of a signal, of a measure that people entered, or of a step. Days as dates. */
export type ToldFact = { readonly id: string; readonly matter?: string; readonly by?: string } & (
  | { readonly code: string; readonly day: string; readonly fields?: Readonly<Record<string, FieldValue>>; readonly severity?: number }
  | { readonly measure: string; readonly day: string; readonly number?: number }
  | { readonly step: StepName; readonly target: string; readonly on: string; readonly due?: string }
  | { readonly takesBack: string; readonly on: string }
);

export const factsOf = (told: readonly ToldFact[]): readonly PointsFact[] => told.map(factOf);

/** Without a matter each is its own; who enters is the clerk, unless somebody else is named. */
export function factOf(told: ToldFact): PointsFact {
  const { id, matter = id, by = 'clerk' } = told;
  if ('code' in told) {
    const { code, fields = {}, severity = 3 } = told;
    return { kind: 'fact', id, code, day: dayOf(told.day), matter, severity, fields, decidedBy: 'A-ORG' };
  }
  if ('measure' in told) {
    const { measure, number } = told;
    const day = dayOf(told.day);
    return { kind: 'measure', id, measure, day, matter, enteredOn: day, by, ...(number === undefined ? {} : { number }) };
  }
  const on = dayOf(told.on);
  if ('takesBack' in told) return { kind: 'taken-back', id, target: told.takesBack, enteredOn: on, by };
  const due = told.due === undefined ? {} : { due: dayOf(told.due) };
  return { kind: 'step', id, target: told.target, step: told.step, on, enteredOn: on, by, ...due };
}
