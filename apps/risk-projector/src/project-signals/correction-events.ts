import {
  GATE_CORRECTED,
  type GateCorrected,
  LEVEL_CORRECTED,
  type LevelCorrected,
  type LoweredSignal,
  MOST_LOWERED,
} from '#contracts/risk/risk-corrections';
import { MOST_MATTERS } from '#contracts/risk/risk-events';
import { RISK_EVENTS } from '#contracts/topics';
import { dateOf } from '#domain/calendar/day';
import { groundOf } from '#domain/risk/correction-ground';
import type { Correction } from '#domain/risk/corrections';
import { type Joining, joinedIn } from '#domain/risk/joining';
import type { LedgerEntry } from '#domain/risk/ledger-entry';
import { loweredBy, type LoweredSignal as Lowered } from '#domain/risk/lowered-signals';
import type { Policy } from '#domain/risk/policy';
import { readOn } from '#domain/risk/reading';
import type { OutgoingEvent } from '#persistence/transaction';
import { uuidOf } from '#platform/event-id';
import { alertIdOf, levelName, passesGate, toldEdge } from './announcements';
import type { Step } from './project-subject';

/** A step that changes what was said of earlier ones, and the subject's entries before it. */
export interface Reopening {
  readonly step: Step;
  readonly earlier: readonly LedgerEntry[];
  readonly policy: Policy;
}

type Common = Pick<LevelCorrected, 'subject' | 'correctedBy' | 'ground' | 'day' | 'policy'>;

function commonOf({ step: { subject, cause, entries, applied }, earlier, policy }: Reopening): Common {
  return { subject, correctedBy: cause, ground: groundOf(entries, earlier), day: dateOf(applied.state.asOf), policy: policy.name };
}

/** One correction of one alert (design: risk-model 14). */
export function levelCorrected(reopening: Reopening, { cause, said, now, later, raises }: Correction): OutgoingEvent {
  const common = commonOf(reopening);
  const { subject, correctedBy } = common;
  const data: LevelCorrected = {
    ...common,
    corrects: alertIdOf(subject, cause),
    cause,
    said: said ? toldEdge(said) : null,
    now: now ? toldEdge(now) : null,
    later: later ? { cause: later.cause, day: dateOf(later.day) } : null,
    raises,
  };
  const id = uuidOf('level-corrected', subject, cause, correctedBy);
  return { topic: RISK_EVENTS, key: subject, id, cause: correctedBy, type: LEVEL_CORRECTED, data };
}

/**
 * What those who propose are told when what stood behind a passed gate counts for less; undefined when nothing of it does.
 * @param fallen events whose passed gate no longer holds
 */
export function gateCorrected(reopening: Reopening, fallen: readonly string[]): OutgoingEvent | undefined {
  const { step, earlier, policy } = reopening;
  const lowered = loweredBy(step.entries, earlier, policy);
  if (fallen.length === 0 && lowered.length === 0) return undefined;
  const common = commonOf(reopening);
  const { subject, correctedBy } = common;
  const { state } = step.applied;
  const { E: e, P: p } = readOn(state, state.asOf, policy);
  const data: GateCorrected = {
    ...common,
    level: levelName(state.level),
    e,
    p,
    holds: passesGate(step),
    fallen: fallen.slice(0, MOST_MATTERS),
    lowered: lowered.slice(0, MOST_LOWERED).map((each) => toldLowered(each, state.joining)),
  };
  const id = uuidOf('gate-corrected', subject, correctedBy);
  return { topic: RISK_EVENTS, key: subject, id, cause: correctedBy, type: GATE_CORRECTED, data };
}

function toldLowered({ signal, was, is, leftPercent }: Lowered, joining: Joining): LoweredSignal {
  return {
    eventId: signal.id,
    code: signal.code ?? '',
    channel: signal.channel,
    matter: joinedIn(joining, signal.matter),
    statusWas: was.status,
    statusIs: is.status,
    gradeWas: was.grade,
    gradeIs: is.grade,
    leftPercent,
  };
}
