import type { Day } from '#domain/calendar/day';
import { monthsAfter } from '#domain/calendar/months';
import { dayIn, kindIn } from '#domain/risk/closed-fields';
import { byId } from '#domain/risk/integers';
import type { LedgerBook } from '#domain/risk/ledger-book';
import type { LedgerEntry, SignalEntry } from '#domain/risk/ledger-entry';
import { type FloorRule, floorRuleOf, LEVEL_NAMES, type Policy, type Status } from '#domain/risk/policy';
import type { Floor, SubjectState } from '#domain/risk/subject-state';

/** However far ahead the last day that a sender tells lies, an effect ends. */
export const LONGEST_EFFECT_MONTHS = 240;

/**
 * The floor that a signal brings: only once it is verified, and only where its sender or the policy says until when.
 * @param status as all entries of the ledger judge it
 */
export function floorOf({ id, code = '', day, fields = {} }: SignalEntry, status: Status, policy: Policy): Floor | undefined {
  const rule = floorRuleOf(policy, code);
  if (rule === undefined || status !== 'verified') return undefined;
  const from = dayIn(fields, 'effectiveFrom') ?? day;
  const told = dayIn(fields, 'expiry') ?? lastDay(from, rule.months, kindIn(fields)) ?? from - 1;
  const until = Math.min(told, monthsAfter(from, LONGEST_EFFECT_MONTHS) - 1);
  return until < from ? undefined : { id, code, level: LEVEL_NAMES.indexOf(rule.level), from, until };
}

function lastDay(from: Day, months: FloorRule['months'], kind: string | undefined): Day | undefined {
  const length = kind !== undefined && Object.hasOwn(months, kind) ? months[kind] : undefined;
  return length === undefined ? undefined : monthsAfter(from, length) - 1;
}

/** The floors of a ledger, in the order of ids; `book` has all that speaks about its signals. What was withdrawn, refuted or never verified has none. */
export function floorsOf(entries: readonly LedgerEntry[], book: LedgerBook, policy: Policy): readonly Floor[] {
  const floors = entries.flatMap((entry) => {
    if (entry.kind !== 'signal' || floorRuleOf(policy, entry.code ?? '') === undefined) return [];
    return floorOf(entry, book.judgementOf(entry).status, policy) ?? [];
  });
  return floors.toSorted(byId);
}

/** A state after one more signal that nothing else speaks about. */
export function withFloor(state: SubjectState, signal: SignalEntry, policy: Policy): SubjectState {
  const floor = floorOf(signal, signal.status, policy);
  return floor === undefined ? state : { ...state, floors: [...state.floors, floor].toSorted(byId) };
}

/** The highest one in force on a day; of several the one that lasts longest, then the one whose id is smallest. */
export function floorOn(floors: readonly Floor[], day: Day): Floor | undefined {
  return floors
    .filter(({ from, until }) => from <= day && day <= until)
    .toSorted((a, b) => b.level - a.level || b.until - a.until || byId(a, b))[0];
}

/** The level that is shown: the higher of that of E and the floor in force; a place in LEVEL_NAMES. */
export const shownLevel = (level: number, floor: Pick<Floor, 'level'> | undefined): number => Math.max(level, floor?.level ?? 0);
