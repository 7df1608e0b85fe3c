import type { Day } from '#domain/calendar/day';
import { clockOf } from '#domain/risk/decay';
import type { LedgerEntry } from '#domain/risk/ledger-entry';
import { isGateOpen, stepDown, stepUp } from '#domain/risk/level';
import { readMatters, type MatterReading } from '#domain/risk/matter-reading';
import { addDifferences, type Difference } from '#domain/risk/matters';
import type { Policy } from '#domain/risk/policy';
import type { MatterState, SubjectState } from '#domain/risk/subject-state';
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
}

/** Matters as they were read on a day; entries of one day need not read them anew. */
export interface ReadMatters {
  readonly day: Day;
  readonly matters: readonly MatterState[];
  readonly readings: readonly MatterReading[];
}

/** A state, and what is known of its matters from the entry before. */
export interface Standing {
  readonly state: SubjectState;
  readonly read?: ReadMatters;
}

export interface Advanced {
  readonly state: SubjectState;
  readonly before: LevelAndGate;
  /** E after the entry, in milli-points. */
  readonly E: number;
  readonly read: ReadMatters;
}

/** The day on which an entry is processed: its release, but not before that of the subject's previous entry. */
export function dayOfProcessing(state: SubjectState, entry: LedgerEntry): Day {
  return Math.max(state.asOf, entry.releasedOn);
}

/**
 * One entry on its day: step down to that day, add, step up as far as E allows.
 * @see design risk-model 7
 */
export function advance({ state, read }: Standing, day: Day, differences: readonly Difference[], policy: Policy): Advanced {
  const clock = clockOf(policy, day);
  const isRead = read?.day === day && read.matters === state.matters;
  const known = isRead ? read : { day, matters: state.matters, readings: readMatters(state.matters, clock, policy) };
  const total = totalOf(known.readings, policy);
  const lower = stepDown(state, total.E, day, policy);
  const before = { level: lower, gate: isGateOpen(lower, total.grounded) };
  const matters = addDifferences(state.matters, differences, policy);
  if (matters === state.matters) {
    return { state: { ...state, level: lower, gateOpen: before.gate, asOf: day }, before, E: total.E, read: known };
  }
  const readings = readMatters(matters, clock, policy, known);
  const { E, grounded } = totalOf(readings, policy);
  const { level, enteredOn } = stepUp({ level: lower, enteredOn: state.enteredOn }, E, day, policy);
  const next = { ...state, matters, level, enteredOn, gateOpen: isGateOpen(level, grounded), asOf: day };
  return { state: next, before, E, read: { day, matters, readings } };
}

export function applied({ state, before }: Pick<Advanced, 'state' | 'before'>): Applied {
  const result = { state, before, after: { level: state.level, gate: state.gateOpen } };
  return state.level > before.level ? { ...result, edge: { from: before.level, to: state.level, day: state.asOf } } : result;
}
