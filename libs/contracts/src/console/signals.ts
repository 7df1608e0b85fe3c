import { z } from 'zod';
import { askedDay, dayText } from '#contracts/cloud-events/day-text';
import { STATUSES_AT_FIRST } from '#contracts/signals/common';
import { AWAITED, REFUSALS } from '#contracts/signals/receipt';
import { CHANNELS } from '#contracts/topics';

export const SIGNAL_STATES = ['resolved', 'triage', 'waiting', 'refused'] as const;
/** What settled whom a signal is about. */
export const EVIDENCE = ['id-number', 'name-unit-post', 'unit-code', 'person', 'its-signal'] as const;
export type Evidence = (typeof EVIDENCE)[number];

/** Days are those of receipt, both included. */
const filters = {
  channel: z.enum(CHANNELS).optional(),
  type: z.string().max(128).optional(),
  state: z.enum(SIGNAL_STATES).optional(),
  agency: z.string().max(32).optional(),
  unit: z.string().max(32).optional(),
  from: askedDay.optional(),
  to: askedDay.optional(),
  event: z
    .guid()
    .optional()
    .describe('The row of one signal, which tells no more than the list does; its content is read at /signals/{eventId}, for a purpose.'),
} as const;

export const signalsQuestion = z.strictObject({
  ...filters,
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const signalCountsQuestion = z.strictObject(filters);

const ofSubject = z.strictObject({
  id: z.string(),
  name: z.string(),
  post: z.string().nullable(),
  unitName: z.string().nullable(),
});

/** What came, without its content. */
export const signalRow = z.strictObject({
  eventId: z.guid(),
  type: z.string(),
  label: z.string(),
  channel: z.enum(CHANNELS),
  agency: z.string(),
  agencyName: z.string(),
  /** The sender's own number of the event, with its source. */
  number: z.string(),
  source: z.string(),
  receivedOn: dayText,
  occurredOn: dayText.nullable(),
  severity: z.int().nullable(),
  /** As it was sent. */
  verification: z.enum(STATUSES_AT_FIRST).nullable(),
  state: z.enum(SIGNAL_STATES),
  /** Null until it is known, and of whom a higher level manages now. */
  subject: ofSubject.nullable(),
  evidence: z.enum(EVIDENCE).nullable(),
  because: z.enum(REFUSALS).nullable(),
  waitsFor: z.strictObject({ eventId: z.guid(), because: z.enum(AWAITED) }).nullable(),
});
export type SignalRow = z.infer<typeof signalRow>;

export const signalPage = z.strictObject({ items: z.array(signalRow), next: z.string().nullable(), day: dayText });
export type SignalPage = z.infer<typeof signalPage>;

const count = z.strictObject({ value: z.string(), label: z.string(), count: z.int() });

/** How many there are of each, under the other filters. */
export const signalCounts = z.strictObject({
  total: z.int(),
  channels: z.array(count),
  types: z.array(count),
  states: z.array(count),
  agencies: z.array(count),
});
export type SignalCounts = z.infer<typeof signalCounts>;

/** What a signal does in the reading of its subject today, in milli-points. */
const standing = z.strictObject({
  effect: z.enum(['counted', 'no-effect', 'taken-back', 'on-its-way']),
  part: z.int(),
  /** The status that holds today; null for what has none. */
  status: z.string().nullable(),
});

/** One signal with its content, as far as it is kept. */
export const signalFile = z.strictObject({
  ...signalRow.shape,
  fields: z.array(z.strictObject({ label: z.string(), value: z.string().nullable().describe('Null: not shown here.') })),
  standing: standing.nullable(),
  day: dayText,
});
export type SignalFile = z.infer<typeof signalFile>;

export const SIGNAL_STATE_LABELS: Readonly<Record<(typeof SIGNAL_STATES)[number], string>> = {
  resolved: '已确定对象',
  triage: '待人工核对',
  waiting: '等待所指来件',
  refused: '未予采用',
};
