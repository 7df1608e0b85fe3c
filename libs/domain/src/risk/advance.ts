import type { Day } from '#domain/calendar/day';
import type { LedgerEntry } from '#domain/risk/ledger-entry';
import { isGateOpen, stepDown, stepUp } from '#domain/risk/level';
import type { Difference } from '#domain/risk/matters';
import type { Policy } from '#domain/risk/policy';
import type { SubjectState } from '#domain/risk/subject-state';
import { addTo, allowedBy, readOnDay, type Way } from '#domain/risk/ways';

export interface LevelAndGate {
  /** Place in LEVEL_NAMES. */
  readonly level: number;
  readonly gate: boolean;
}

/** One upward step of the level, caused by an entry: the only thing that may alert. */
export interface Edge {
  readonly from: number;
  readonly to: number;
  readonly day: Day;
}

export interface Applied {
  readonly state: SubjectState;
  /** On the day of the entry, without it. */
  readonly before: LevelAndGate;
  readonly after: LevelAndGate;
  readonly edge?: Edge;
  /** Whether it changes what earlier entries did: what was announced of them may then no longer hold. */
  readonly reopens: boolean;
}

export interface Advanced {
  readonly state: SubjectState;
  readonly before: LevelAndGate;
  /** The E that the level went by after the entry, in milli-points. */
  readonly E: number;
  readonly ways: readonly Way[];
}

/** What one entry brings on its day. */
export interface Step {
  readonly day: Day;
  readonly differences: readonly Difference[];
  /** From this entry on the first of the ways no longer holds: it is a link. */
  readonly joins?: boolean;
}

/** The day on which an entry is processed: its release, but not before that of the subject's previous entry. */
export function dayOfProcessing(state: SubjectState, entry: LedgerEntry): Day {
  return Math.max(state.asOf, entry.releasedOn);
}

/** The one way in which a stored state is read. */
export function wayOf({ joining, matters }: SubjectState): Way {
  return { joining, matters };
}

/**
 * One entry on its day: step down to that day, add, step up as far as E allows.
 * @param ways those that hold before the entry, at least one; the last is today's
 * @see design risk-model 7
 */
export function advance(state: SubjectState, ways: readonly Way[], { day, differences, joins = false }: Step, policy: Policy): Advanced {
  const read = ways.map((way) => readOnDay(way, day, policy));
  const was = allowedBy(read, day, policy);
  const lower = stepDown(state, was.E, day, policy);
  const before = { level: lower, gate: isGateOpen(lower, was.grounded) };
  const after = (joins ? read.slice(1) : read).map((way) => addTo(way, differences, day, policy));
  const isSame = !joins && after.every((way, place) => way === read[place]);
  if (isSame) return { state: { ...state, level: lower, gateOpen: before.gate, asOf: day }, before, E: was.E, ways: read };
  const is = allowedBy(after, day, policy);
  const { level, enteredOn } = stepUp({ level: lower, enteredOn: state.enteredOn }, is.E, day, policy);
  const { joining, matters } = after.at(-1) ?? wayOf(state);
  const next = { ...state, joining, matters, level, enteredOn, gateOpen: isGateOpen(level, is.grounded), asOf: day };
  return { state: next, before, E: is.E, ways: after };
}

export function applied({ state, before }: Pick<Advanced, 'state' | 'before'>, reopens = false): Applied {
  const result = { state, before, after: { level: state.level, gate: state.gateOpen }, reopens };
  return state.level > before.level ? { ...result, edge: { from: before.level, to: state.level, day: state.asOf } } : result;
}
