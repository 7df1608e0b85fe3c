import type { Day } from '#domain/calendar/day';
import { clockOf } from '#domain/risk/decay';
import type { LedgerEntry } from '#domain/risk/ledger-entry';
import { isGateOpen, stepDown, stepUp } from '#domain/risk/level';
import { readMatters } from '#domain/risk/matter-reading';
import { addDifferences, type Difference } from '#domain/risk/matters';
import type { Policy } from '#domain/risk/policy';
import type { SubjectState } from '#domain/risk/subject-state';
import { totalOf } from '#domain/risk/total';

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
}

/** What one entry brings on its day. */
export interface Step {
  readonly day: Day;
  readonly differences: readonly Difference[];
}

/** The day on which an entry is processed: its release, but not before that of the subject's previous entry. */
export function dayOfProcessing(state: SubjectState, entry: LedgerEntry): Day {
  return Math.max(state.asOf, entry.releasedOn);
}

/**
 * One entry on its day: step down to that day, add, step up as far as E allows. Matters that it leaves alone are read once.
 * @see design risk-model 7
 */
export function advance(state: SubjectState, { day, differences }: Step, policy: Policy): Advanced {
  const clock = clockOf(policy, day);
  const readings = readMatters(state.matters, clock, policy);
  const was = totalOf(readings, policy);
  const lower = stepDown(state, was.E, day, policy);
  const before = { level: lower, gate: isGateOpen(lower, was.grounded) };
  const matters = addDifferences(state, differences, policy);
  if (matters === state.matters) return { state: { ...state, level: lower, gateOpen: before.gate, asOf: day }, before };
  const is = totalOf(readMatters(matters, clock, policy, { matters: state.matters, readings }), policy);
  const { level, enteredOn } = stepUp({ level: lower, enteredOn: state.enteredOn }, is.E, day, policy);
  return { state: { ...state, matters, level, enteredOn, gateOpen: isGateOpen(level, is.grounded), asOf: day }, before };
}

export function applied({ state, before }: Advanced, reopens = false): Applied {
  const result = { state, before, after: { level: state.level, gate: state.gateOpen }, reopens };
  return state.level > before.level ? { ...result, edge: { from: before.level, to: state.level, day: state.asOf } } : result;
}
