import type { DecidedFact, EnteredMeasure } from '#domain/points/facts';
import { type FieldCondition, isOfSignal, type Item, type OfSignal, type Scheme } from '#domain/points/scheme';
import { dayIn, fieldOf } from '#domain/risk/closed-fields';

/** What conditions are asked of. */
export type Asked = Pick<DecidedFact, 'code' | 'day' | 'severity' | 'fields'>;

/** The name under which conditions ask for the severity class. */
export const SEVERITY = 'severity';

/** Whether a signal is of the code and meets all conditions; a field that it leaves out meets none. */
export function isOf({ code, when = [] }: OfSignal, fact: Asked): boolean {
  return fact.code === code && when.every((condition) => holds(condition, fact));
}

/** The first item of the scheme that a fact meets; a scheme that has been checked has no second. */
export function itemOf({ items }: Scheme, fact: DecidedFact | EnteredMeasure): Item | undefined {
  return items.find(({ of }) => {
    if (isOfSignal(of)) return fact.kind === 'fact' && isOf(of, fact);
    return fact.kind === 'measure' && fact.measure === of.measure && (fact.number !== undefined) === (of.numbered !== undefined);
  });
}

function holds(condition: FieldCondition, { fields, severity, day }: Asked): boolean {
  if ('daysLate' in condition) {
    const from = dayIn(fields, condition.field);
    return from !== undefined && isWithin(day - from, condition.daysLate);
  }
  const value = condition.field === SEVERITY ? severity : fieldOf(fields, condition.field);
  if ('is' in condition) return condition.is.some((each) => each === value);
  return typeof value === 'number' && isWithin(value, condition);
}

export function isWithin(value: number, { least, most }: { readonly least?: number; readonly most?: number }): boolean {
  return (least === undefined || value >= least) && (most === undefined || value <= most);
}
