import { signalOfType } from '#contracts/signals/catalogue';
import { FOLLOW_UP_LABELS } from '#contracts/signals/follow-ups';
import type { SignalType } from '#contracts/signals/define-signal';

/** One field of a signal as a clerk reads it; a text that is not shown is null. */
export interface ToldField {
  readonly label: string;
  readonly value: string | null;
}

/** What people call a type of event; a type that nobody knows by itself. */
export const labelOfType = (type: string): string => signalOfType(type)?.label ?? FOLLOW_UP_LABELS[type] ?? type;

function valueOf(value: unknown): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/**
 * The fields of a signal with their labels. What the door withholds (decision 0017) is told by its label alone.
 * @param fields as sent; those that the type does not know are left out
 */
export function toldFields({ withheld, fields: known }: SignalType, fields: Readonly<Record<string, unknown>>): readonly ToldField[] {
  return Object.entries(known).flatMap(([name, field]) => {
    const value = fields[name];
    if (value === undefined) return [];
    return [{ label: field.label, value: withheld.includes(name) ? null : valueOf(value) }];
  });
}
