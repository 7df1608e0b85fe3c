import { GATE_PASSED, type GatePassed, LEVEL_RAISED, type LevelRaised } from '#contracts/risk/risk-events';
import type { ToldEdge } from '#contracts/risk/risk-corrections';
import { RISK_EVENTS } from '#contracts/topics';
import { dateOf } from '#domain/calendar/day';
import { isCadre } from '#domain/identity/subject';
import { recommendDisposition } from '#domain/inquiry/recommend-disposition';
import { partsAfter } from '#domain/risk/explain';
import { type Joining, joinedIn } from '#domain/risk/joining';
import type { KnownEdge } from '#domain/risk/known-history';
import type { LedgerEntry } from '#domain/risk/ledger-entry';
import { LEVEL_NAMES, type LevelName, type Policy } from '#domain/risk/policy';
import { raisesStatus } from '#domain/risk/raises-status';
import { readOn } from '#domain/risk/reading';
import { clueOf } from './clue-of';
import { frozenReasons } from './frozen-reasons';
import type { Step } from './project-subject';
import type { OutgoingEvent } from '#persistence/transaction';
import { uuidOf } from '#platform/event-id';

const INQUIRY = LEVEL_NAMES.indexOf('inquiry');

export const levelName = (level: number): LevelName => LEVEL_NAMES[level] ?? 'none';

/** Whether this step has to be told to those who propose: the level is 函询 or higher and the gate is open. Units have no candidates. */
export function passesGate({ subject, applied }: Step): boolean {
  return applied.after.level >= INQUIRY && applied.after.gate && isCadre(subject);
}

/** The edge of a step that changes nothing of earlier ones; nothing else alerts (design: risk-model 7). */
export function ownEdge({ cause, applied }: Step, policy: Policy): KnownEdge | undefined {
  if (!applied.edge) return undefined;
  const { E, P } = readOn(applied.state, applied.state.asOf, policy);
  return { cause, ...applied.edge, E, P };
}

export function toldEdge({ from, to, day, E: e, P: p }: KnownEdge): ToldEdge {
  return { from: levelName(from), to: levelName(to), day: dateOf(day), e, p };
}

export const alertIdOf = (subject: string, cause: string): string => uuidOf('level-raised', subject, cause);

/** The alert of an upward edge. */
export function levelRaised(subject: string, edge: KnownEdge, policy: Policy): OutgoingEvent {
  const { cause } = edge;
  const data: LevelRaised = { subject, cause, ...toldEdge(edge), policy: policy.name };
  return { topic: RISK_EVENTS, key: subject, id: alertIdOf(subject, cause), cause, type: LEVEL_RAISED, data };
}

/**
 * What people who may propose a 函询 are told, with the reasons frozen as they are after this step.
 * @param earlier the subject's entries before the step, in log order
 */
export function gatePassed({ subject, cause, ...step }: Step, earlier: readonly LedgerEntry[], policy: Policy): OutgoingEvent {
  const { state, before } = step.applied;
  const entries = [...earlier, ...step.entries];
  const reading = readOn(state, state.asOf, policy);
  const leadingMatter = reading.leadingMatter ?? '';
  const recommended = recommendDisposition(clueOf(entries, leadingMatter, policy));
  const data: GatePassed = {
    subject,
    cause,
    causeMatter: matterOf(step.entries.at(-1), entries, state.joining),
    causeRaisesStatus: raisesStatus(step.entries, earlier, policy),
    heldBefore: before.level >= INQUIRY && before.gate,
    level: levelName(state.level),
    day: dateOf(state.asOf),
    e: reading.E,
    p: reading.P,
    leadingMatter,
    ...frozenReasons(partsAfter(entries, state, policy)),
    recommended: { disposition: recommended.disposition, reasons: [...recommended.reasons] },
    policy: policy.name,
  };
  return { topic: RISK_EVENTS, key: subject, id: uuidOf('gate-passed', subject, cause), cause, type: GATE_PASSED, data };
}

function matterOf(entry: LedgerEntry | undefined, entries: readonly LedgerEntry[], joining: Joining): string | undefined {
  const about = entry?.kind === 'change' ? entries.find(({ id }) => id === entry.target) : entry;
  return about?.kind === 'signal' ? joinedIn(joining, about.matter) : undefined;
}
