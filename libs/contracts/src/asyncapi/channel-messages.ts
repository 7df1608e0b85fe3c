import { jsonSchemaOf, withFields, withoutField, type JsonSchema } from '#contracts/asyncapi/json-schema';
import type { TopicMessage } from '#contracts/asyncapi/topic-message';
import { CATALOGUE } from '#contracts/signals/catalogue';
import { channelRecord } from '#contracts/signals/channel-record';
import { type SubjectKind, subjectInside } from '#contracts/signals/common';
import {
  FOLLOW_UP_LABELS,
  FOLLOW_UPS_INSIDE,
  POST_HELD,
  POST_LEFT,
  SIGNAL_STATUS_CHANGED,
  SIGNAL_WITHDRAWN,
} from '#contracts/signals/follow-ups';
import { withholdWords } from '#contracts/signals/withhold-words';
import type { Channel } from '#contracts/topics';

type Fields = Readonly<Record<string, unknown>>;

const EVENT_ID = '3f2b8c1e-5a4d-4e6f-9a7b-1c2d3e4f5a6b';
const PERSON = { cadreToken: 'q0Zr9vXb1n8mK2jH4gF6dS3aP5oI7uY-tR_eW0qLzXc', name: '陈示例', unitCode: 'U-001', post: '镇长' };
const UNIT = { unitCode: 'U-001' };

const FOLLOW_UP_EXAMPLES: Readonly<Record<string, Fields>> = {
  [SIGNAL_STATUS_CHANGED]: { of: { source: '/agency/A-PET/letters', id: '2026-0001' }, status: 'verified', decidedOn: '2026-05-12' },
  [SIGNAL_WITHDRAWN]: { id: '2026-0001', reason: '录入有误' },
  [POST_HELD]: { postCode: 'P-001-1', from: '2025-09-01' },
  [POST_LEFT]: { postCode: 'P-001-1', on: '2026-03-01' },
};

/** How a subject is told: a unit by its code and nothing else. */
const KIND_WORDS: Readonly<Record<SubjectKind, string>> = {
  person: 'A person: token of the ID number, or name with unit and post.',
  unit: 'A unit with its team: its code alone.',
};
const PERSON_ONLY: readonly SubjectKind[] = ['person'];

/** Not every message names its subject: a change, a withdrawal and what sets a status name a signal instead. */
const namesSubject = ({ properties }: JsonSchema): boolean => Object.hasOwn(Object(properties) as object, 'subject');

interface Content {
  readonly title: string;
  readonly about: readonly SubjectKind[];
  readonly data: JsonSchema;
  readonly example: Fields;
}

/** What the door writes: the record around `data`, of which the subject and withheld words have been taken out. */
function recordMessage(channel: Channel, type: string, content: Content): TopicMessage {
  const { subject: _, ...data } = withholdWords(type, content.example).data;
  const subject = { ...jsonSchemaOf(subjectInside), description: content.about.map((kind) => KIND_WORDS[kind]).join(' Or: ') };
  const named = namesSubject(content.data);
  const names = { type: { type: 'string', const: type }, channel: { type: 'string', const: channel } };
  return {
    type,
    title: content.title,
    payload: withFields(jsonSchemaOf(channelRecord), {
      ...names,
      ...(named ? { subject } : {}),
      data: withoutField(content.data, 'subject'),
    }),
    example: {
      eventId: EVENT_ID,
      type,
      source: '/agency/A-ORG/cadre',
      id: '2026-0001',
      channel,
      agency: 'A-ORG',
      authority: 'county',
      time: '2026-04-28T09:30:00+08:00',
      receivedOn: '2026-04-28',
      ...(named ? { subject: content.about.includes('person') ? PERSON : UNIT } : {}),
      data,
    },
  };
}

/** What can be read on `channel.<channel>.v1`: the signals of that channel, and what agencies say later about signals and posts. */
export function channelMessages(channel: Channel): readonly TopicMessage[] {
  const signals = CATALOGUE.filter((signal) => signal.channel === channel).map((signal) =>
    recordMessage(channel, signal.type, {
      title: signal.label,
      about: signal.about,
      data: jsonSchemaOf(signal.dataInside),
      example: signal.example,
    }),
  );
  const followUps = Object.entries(FOLLOW_UPS_INSIDE).map(([type, schema]) =>
    recordMessage(channel, type, {
      title: FOLLOW_UP_LABELS[type] ?? type,
      about: PERSON_ONLY,
      data: jsonSchemaOf(schema),
      example: FOLLOW_UP_EXAMPLES[type] ?? {},
    }),
  );
  return [...signals, ...followUps];
}
