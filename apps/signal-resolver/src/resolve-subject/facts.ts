import type { RiskFact } from '#contracts/risk/risk-facts';
import type { ChannelRecord } from '#contracts/signals/channel-record';
import { type ClosedValue, closedValuesOf } from '#contracts/signals/closed-fields';
import type { SignalAsSent, SignalType } from '#contracts/signals/define-signal';
import { mayCarryPoints } from '#domain/points/carrying-codes';
import { independenceGroup, matterOf } from '#domain/risk/independence-group';
import { eventIdOf, uuidOf } from '#platform/event-id';
import { civilDate } from '#platform/time/clock';
import type { ChangeMessage, PostMessage, SignalMessage } from './message';

/** Whom a fact is about, and the civil date on which it was released to the reading. */
export interface Release extends Placed {
  readonly subject: string;
  readonly releasedOn: string;
}

/** Which time an event is given to a subject; 1 where nothing is said. */
export interface Placed {
  readonly assignment?: number;
  /** Whether this subject had been given it before. */
  readonly again?: boolean;
}

export const earlierDay = (a: string, b: string): string => (a < b ? a : b);
export const laterDay = (a: string, b: string): string => (a > b ? a : b);

/**
 * The day from which a signal decays: of occurrence, else the end of its period, else the reported day, else the day of its
 * time in Asia/Shanghai; never later than the day on which it was received.
 * @see design risk-model 3
 */
export function dayOfSignal({ time, receivedOn }: ChannelRecord, sent: SignalAsSent): string {
  const day = sent.occurredOn ?? sent.periodTo ?? sent.reportedOn ?? civilDate(new Date(time));
  return earlierDay(day, receivedOn);
}

/** Under which id is told what an event does that is given to a subject again (decision 0024). */
function causeOf(eventId: string, { assignment = 1, again = false }: Placed): { readonly cause?: string } {
  return again ? { cause: uuidOf('given-again', eventId, String(assignment)) } : {};
}

/** @param corrects the event of the same subject in whose place this one comes */
export function signalFact({ record, type, sent }: SignalMessage, release: Release, corrects?: string): RiskFact {
  const { eventId, agency } = record;
  const { subject, releasedOn, assignment = 1 } = release;
  const common = { subject, releasedOn, eventId, assignment, ...causeOf(eventId, release), code: type.code, corrects };
  if (type.effect === 'mitigating') {
    const targets = (sent.mitigates ?? []).map(({ source, id }) => eventIdOf(source, id));
    return { ...common, kind: 'mitigation', targets, factor: sent.factor ?? 100 };
  }
  return {
    ...common,
    kind: 'signal',
    channel: type.channel,
    group: independenceGroup(type.channel, agency, sent.derivedFrom?.group),
    matter: matterOf(agency, sent.matter, eventId),
    severity: sent.severity ?? 0,
    reporterKind: sent.reporterKind,
    status: sent.verification,
    day: dayOfSignal(record, sent),
    receivedOn: record.receivedOn,
    clue: sent.clue,
    fields: fieldsForPoints(type, sent),
  };
}

/** What points schemes may ask about: closed fields of what may carry points; of anything else, and of free text, nothing. */
function fieldsForPoints({ code, fields }: SignalType, sent: SignalAsSent): Readonly<Record<string, ClosedValue>> | undefined {
  const said = sent['fields'];
  if (!mayCarryPoints(code) || typeof said !== 'object' || said === null) return undefined;
  return closedValuesOf(fields, said as Readonly<Record<string, unknown>>);
}

export function changeFact({ record, change, awaits }: ChangeMessage, release: Release): RiskFact {
  const { status, grade, decidedOn } = change;
  const { subject, releasedOn, assignment = 1 } = release;
  return {
    subject,
    releasedOn,
    kind: 'change',
    eventId: record.eventId,
    target: awaits,
    status,
    grade,
    decidedOn,
    authority: record.authority,
    ...(assignment > 1 && { assignment }),
    ...causeOf(record.eventId, release),
  };
}

export function takenBackFact(eventId: string, target: string, { subject, releasedOn }: Release): RiskFact {
  return { subject, releasedOn, kind: 'withdrawal', eventId, target };
}

/** It was told of the wrong subject: what was told there under this assignment holds no more, and nothing else is said of it. */
export function movedFact(
  eventId: string,
  { target, assignment }: { readonly target: string; readonly assignment: number },
  { subject, releasedOn }: Release,
): RiskFact {
  return { subject, releasedOn, kind: 'withdrawal', eventId, target, assignment };
}

/** @param factors exposure factors of the post, from the registry */
export function postFact(
  { kind, record, postCode, day }: PostMessage,
  { subject, releasedOn }: Release,
  factors: readonly string[],
): RiskFact {
  const common = { subject, releasedOn, eventId: record.eventId, post: postCode };
  return kind === 'post-held' ? { ...common, kind, factors: [...factors], from: day } : { ...common, kind, on: day };
}
