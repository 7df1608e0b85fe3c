import { type Day, dayOf } from '#domain/calendar/day';
import type { SignalEntry } from '#domain/risk/ledger-entry';

/** What a signal says in its closed fields. */
export type ClosedFields = NonNullable<SignalEntry['fields']>;

/** The closed fields whose word names the kind of a measure or sanction, such as 记过. */
export const KIND_FIELDS: readonly string[] = ['sanction', 'form'];

/** Names come from outside: 'constructor' must not find what every object inherits. */
export function fieldOf(fields: ClosedFields, name: string): ClosedFields[string] | undefined {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

/** The day that stands in a field; undefined where there is none. */
export function dayIn(fields: ClosedFields, name: string): Day | undefined {
  const value = fieldOf(fields, name);
  if (typeof value !== 'string') return undefined;
  try {
    return dayOf(value);
  } catch {
    return undefined;
  }
}

/** The kind of a measure or sanction; undefined where its type has none. */
export function kindIn(fields: ClosedFields): string | undefined {
  return KIND_FIELDS.map((name) => fieldOf(fields, name)).find((word) => typeof word === 'string');
}
