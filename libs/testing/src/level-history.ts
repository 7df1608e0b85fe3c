import type { Day } from '#domain/calendar/day';
import { layOut } from '#domain/risk/lay';
import type { LedgerEntry } from '#domain/risk/ledger-entry';
import type { Policy } from '#domain/risk/policy';
import { type LevelStep, trail } from '#domain/risk/trail';

/**
 * Every step of the level by what is known now: up with the entry that caused it, down by time.
 * @param until the last day whose steps are listed; by default that of the last entry
 */
export function levelHistory(entries: readonly LedgerEntry[], policy: Policy, until: Day = Infinity): readonly LevelStep[] {
  return trail(layOut(entries, policy), until, policy).steps;
}
