import { z } from 'zod';
import { CHANNELS } from '#contracts/topics';
import { dayText } from '#contracts/cloud-events/day-text';
import { subjectKey } from '#contracts/risk/subject-key';
import { closedValue } from '#contracts/signals/closed-fields';
import { clueQuality, GRADES, REPORTER_KINDS, STATUSES } from '#contracts/signals/common';

/** What the resolver writes on `risk.signals.v1`, keyed by the subject: facts about one cadre or unit, in one order, tokens only. */
const about = { subject: subjectKey, releasedOn: dayText } as const;

const placed = {
  assignment: z.int().describe('Which time the event was given to a subject; a new one is never a repetition.'),
  cause: z
    .guid()
    .optional()
    .describe('The id under which what it does is told, where the subject had been given the event before; absent: that of the event.'),
} as const;

const signalFields = {
  eventId: z.guid(),
  ...placed,
  code: z.string(),
  channel: z.enum(CHANNELS),
  group: z.string(),
  matter: z.string(),
  severity: z.int().min(0).max(5),
  reporterKind: z.enum(REPORTER_KINDS),
  status: z.enum(STATUSES),
  day: dayText,
  receivedOn: dayText,
  clue: clueQuality.optional(),
  /** Closed fields of a type that may carry points: given words, whole numbers, yes or no, days; never free text. */
  fields: z.record(z.string(), closedValue).optional(),
} as const;

export const signalAssigned = z.strictObject({
  ...about,
  kind: z.literal('signal'),
  ...signalFields,
  /** The event of the same subject that this one corrects: withdrawn in the same transaction. */
  corrects: z.guid().optional(),
});
export const mitigationAssigned = z.strictObject({
  ...about,
  kind: z.literal('mitigation'),
  eventId: z.guid(),
  ...placed,
  code: z.string(),
  targets: z.array(z.guid()),
  factor: z.int().min(0).max(100),
  corrects: z.guid().optional(),
});
export const statusChanged = z.strictObject({
  ...about,
  kind: z.literal('change'),
  eventId: z.guid(),
  target: z.guid(),
  status: z.enum(STATUSES).optional(),
  grade: z.enum(GRADES).optional(),
  decidedOn: dayText,
  authority: z.string(),
  assignment: placed.assignment.optional().describe('That of the signal; absent: 1.'),
  cause: placed.cause,
});
export const signalTakenBack = z.strictObject({
  ...about,
  kind: z.literal('withdrawal'),
  eventId: z.guid(),
  target: z.guid(),
  assignment: z
    .int()
    .optional()
    .describe(
      'Absent: its source took it back, for good. Else it was told of the wrong subject: nothing under this assignment holds any more.',
    ),
});
/** A person's: these matters about this subject are one. Taken back by a withdrawal. */
export const mattersLinked = z.strictObject({
  ...about,
  kind: z.literal('link'),
  eventId: z.guid(),
  matters: z.array(z.string().min(1)).min(2),
});
/** Signals of one text or one burst, found where the text may be read; they count as one. */
export const campaignFound = z.strictObject({
  ...about,
  kind: z.literal('campaign'),
  eventId: z.guid(),
  members: z.array(z.guid()).min(2),
  texts: z.int().min(1),
  accounts: z.int().min(0),
});
export const postTaken = z.strictObject({
  ...about,
  kind: z.literal('post-held'),
  eventId: z.guid(),
  post: z.string(),
  factors: z.array(z.string()),
  from: dayText,
});
export const postGivenUp = z.strictObject({ ...about, kind: z.literal('post-left'), eventId: z.guid(), post: z.string(), on: dayText });

export const riskFact = z.discriminatedUnion('kind', [
  signalAssigned,
  mitigationAssigned,
  statusChanged,
  signalTakenBack,
  mattersLinked,
  campaignFound,
  postTaken,
  postGivenUp,
]);
export type RiskFact = z.infer<typeof riskFact>;

/** CloudEvents type of each fact on the topic. */
export const riskFactType = (kind: RiskFact['kind']): string => `liuqu.risk-fact.${kind}.v1`;
