import type { z } from 'zod';
import { channelRecord, type ChannelRecord } from '#contracts/signals/channel-record';
import { signalOfType } from '#contracts/signals/catalogue';
import { isUnit, type Status } from '#contracts/signals/common';
import { type SignalAsSent, type SignalType, statusDecision } from '#contracts/signals/define-signal';
import {
  POST_HELD,
  POST_LEFT,
  postHeld,
  postLeft,
  SIGNAL_STATUS_CHANGED,
  SIGNAL_WITHDRAWN,
  signalStatusChangedInside,
  signalWithdrawnInside,
} from '#contracts/signals/follow-ups';
import { withholdWords } from '#contracts/signals/withhold-words';
import { eventIdOf } from '#platform/event-id';

export interface SignalMessage {
  readonly kind: 'signal';
  readonly record: ChannelRecord;
  readonly type: SignalType;
  readonly sent: SignalAsSent;
  /** The event that it corrects. */
  readonly awaits?: string;
}

export interface ChangeMessage {
  readonly kind: 'change';
  readonly record: ChannelRecord;
  readonly change: z.infer<typeof signalStatusChangedInside>;
  readonly awaits: string;
}

export interface WithdrawalMessage {
  readonly kind: 'withdrawal';
  readonly record: ChannelRecord;
  readonly awaits: string;
}

export interface PostMessage {
  readonly kind: 'post-held' | 'post-left';
  readonly record: ChannelRecord;
  readonly postCode: string;
  /** First day, or the day on which it was left. */
  readonly day: string;
  readonly awaits?: undefined;
}

/** About one person or unit: somebody has to be found. */
export type PersonalMessage = SignalMessage | PostMessage;

/** What a channel brings. `awaits` is the event that has to be known before this one can take effect. */
export type Message = PersonalMessage | ChangeMessage | WithdrawalMessage;

export const isPersonal = (message: Message): message is PersonalMessage => message.kind !== 'change' && message.kind !== 'withdrawal';

/** The record is no message of this product; `message` is a code and a place, never content. */
export class NotAMessage extends Error {
  override readonly name = 'NotAMessage';
}

/**
 * On `channel.*` the subject travels beside the data, its ID number as a token; the contracts of what agencies send have it inside,
 * and ask of which kind it is.
 */
const PERSON_BESIDE = { name: '另载' };

function fitting<T>(schema: z.ZodType<T>, value: unknown, code: string): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new NotAMessage(`${code} at /${parsed.error.issues[0]?.path.join('/') ?? ''}`);
}

/**
 * Words that the door withholds are dropped here too: channels and shelves hold records from before it did (decision 0017).
 * @throws NotAMessage for anything that does not fit the contract of its type
 */
export function messageOf(value: unknown): Message {
  const { data, ...told } = fitting(channelRecord, value, 'not-a-channel-record');
  const record = { ...told, data: withholdWords(told.type, data).data };
  if (record.eventId !== eventIdOf(record.source, record.id)) throw new NotAMessage('event-id-does-not-fit');
  if (Number.isNaN(Date.parse(record.time))) throw new NotAMessage('time-does-not-fit');
  const message = read(record);
  if (searchedBy(message).some((text) => text.includes('\0'))) throw new NotAMessage('character-does-not-fit');
  if (message.awaits === record.eventId) throw new NotAMessage('refers-to-itself');
  return message;
}

/** Texts that the registry is searched with; no PostgreSQL text has the character NUL. */
function searchedBy(message: Message): readonly string[] {
  const { source, subject = {} } = message.record;
  return [source, ...Object.values(subject), 'postCode' in message ? message.postCode : ''];
}

function read(record: ChannelRecord): Message {
  switch (record.type) {
    case SIGNAL_STATUS_CHANGED: {
      const change = fitting(signalStatusChangedInside, record.data, 'data-does-not-fit');
      return { kind: 'change', record, change, awaits: eventIdOf(change.of.source, change.of.id) };
    }
    case SIGNAL_WITHDRAWN: {
      const { id } = fitting(signalWithdrawnInside, record.data, 'data-does-not-fit');
      return { kind: 'withdrawal', record, awaits: eventIdOf(record.source, id) };
    }
    case POST_HELD: {
      const { postCode, from } = fitting(postHeld, withSubject(record), 'data-does-not-fit');
      return { kind: 'post-held', record, postCode, day: from };
    }
    case POST_LEFT: {
      const { postCode, on } = fitting(postLeft, withSubject(record), 'data-does-not-fit');
      return { kind: 'post-left', record, postCode, day: on };
    }
    default:
      return readSignal(record);
  }
}

function readSignal(record: ChannelRecord): SignalMessage | ChangeMessage {
  const type = signalOfType(record.type);
  if (!type) throw new NotAMessage('type-not-known');
  if (type.channel !== record.channel) throw new NotAMessage('channel-does-not-fit');
  if (type.effect === 'status-setting') return readDecision(record, type.dataInside, type.sets);
  const sent = fitting(type.dataInside, withSubject(record), 'data-does-not-fit');
  const { correctionOf } = sent;
  return { kind: 'signal', record, type, sent, awaits: correctionOf === undefined ? undefined : eventIdOf(record.source, correctionOf) };
}

/** A signal that does nothing but set the status of another is a change of that one: it waits and is taken back as any. */
function readDecision(record: ChannelRecord, schema: z.ZodType, status: Status): ChangeMessage {
  fitting(schema, record.data, 'data-does-not-fit');
  const { of, decidedOn } = fitting(statusDecision, record.data, 'data-does-not-fit');
  return { kind: 'change', record, change: { of, status, decidedOn }, awaits: eventIdOf(of.source, of.id) };
}

function withSubject(record: ChannelRecord): Record<string, unknown> {
  const { subject, data } = record;
  if (subject === undefined) throw new NotAMessage('subject-missing');
  return { ...data, subject: isUnit(subject) ? subject : PERSON_BESIDE };
}
