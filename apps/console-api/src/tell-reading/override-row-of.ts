import type { OverrideRow } from '#contracts/console/overrides';
import { dateOf, type Day } from '#domain/calendar/day';
import { holdsOn, type Override, waitsOn } from '#domain/override/override';
import { overrideOf, type StoredOverride } from '#persistence/override-row';

/** @param day by which it is told whether it holds */
export function overrideRowOf(row: StoredOverride, day: Day): OverrideRow {
  const override = overrideOf(row);
  const { decided, lifted } = override;
  return {
    id: row.id,
    level: row.level,
    until: row.until,
    state: stateOn(override, day),
    asked: { by: row.asked_by, on: row.asked_on, reason: row.reason },
    decided: decided === undefined ? null : { by: decided.by, on: dateOf(decided.on), reason: decided.reason ?? null },
    lifted: lifted === undefined ? null : { by: lifted.by, on: dateOf(lifted.on), reason: lifted.reason },
  };
}

function stateOn(override: Override, day: Day): OverrideRow['state'] {
  if (holdsOn(override, day)) return 'holding';
  if (waitsOn(override, day)) return 'waiting';
  if (override.decided?.confirmed === false) return 'refused';
  return override.lifted === undefined ? 'expired' : 'lifted';
}
