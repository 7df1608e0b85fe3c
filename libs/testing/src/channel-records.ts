import { signalOfCode } from '#contracts/signals/catalogue';
import type { ChannelRecord } from '#contracts/signals/channel-record';
import { POST_HELD, POST_LEFT, SIGNAL_STATUS_CHANGED, SIGNAL_WITHDRAWN } from '#contracts/signals/follow-ups';
import { withholdWords } from '#contracts/signals/withhold-words';
import { channelTopic } from '#contracts/topics';
import { toRecord } from '#messaging/codec';
import type { RecordBatch } from '#messaging/event-log';
import { eventIdOf } from '#platform/event-id';

export const SOURCE = '/agency/A-AUD/audit';

/** What a test says of a record; `id` is the CloudEvents id. */
type Told = { readonly id: string } & Partial<Omit<ChannelRecord, 'id'>>;

/** The event id of an id of the usual source. */
export const eventOf = (id: string, source = SOURCE): string => eventIdOf(source, id);

function record(type: string, { id, ...told }: Told, data: Record<string, unknown>): ChannelRecord {
  const source = told.source ?? SOURCE;
  return {
    eventId: eventIdOf(source, id),
    type,
    source,
    id,
    channel: 'organization',
    agency: 'A-AUD',
    authority: 'county-audit',
    time: '2026-04-30T09:00:00+08:00',
    receivedOn: '2026-04-30',
    ...told,
    data: { ...withholdWords(type, data).data, ...told.data },
  };
}

/** What the door writes for the example of a signal type; an audit finding unless told otherwise. */
export function aSignalRecord({ code = 'org-audit-exit-finding', ...told }: Told & { readonly code?: string }): ChannelRecord {
  const type = signalOfCode(code);
  if (!type) throw new RangeError(`${code} is not in the catalogue`);
  const { subject: _, ...data } = type.example;
  return record(type.type, { channel: type.channel, subject: { cadreToken: 'token-1' }, ...told }, data);
}

/** The usual source takes an event of its own back. */
export function aWithdrawalRecord(told: Told, of: string): ChannelRecord {
  return record(SIGNAL_WITHDRAWN, told, { id: of, reason: '登记有误' });
}

/** Any source decides about an event of the usual source. */
export function aChangeRecord(told: Told, of: string): ChannelRecord {
  return record(SIGNAL_STATUS_CHANGED, told, { of: { source: SOURCE, id: of }, status: 'refuted', decidedOn: '2026-04-29' });
}

export function aPostHeldRecord(told: Told): ChannelRecord {
  return record(POST_HELD, { subject: { cadreToken: 'token-1' }, ...told }, { postCode: 'P-001', from: '2026-03-01' });
}

export function aPostLeftRecord(told: Told): ChannelRecord {
  return record(POST_LEFT, { subject: { cadreToken: 'token-1' }, ...told }, { postCode: 'P-001', on: '2026-04-01' });
}

/** A batch of partition 0 of the channel of audit, as the log would deliver it to the resolver. */
export function aChannelBatch(records: readonly ChannelRecord[], firstOffset = 0): RecordBatch {
  return {
    topic: channelTopic('organization'),
    partition: 0,
    group: 'signal-resolver',
    records: records.map((told, at) => ({
      ...toRecord(told.source, { id: told.eventId, type: told.type, source: told.source, data: told }),
      offset: firstOffset + at,
    })),
  };
}
