import { z } from 'zod';
import { dayText } from '#contracts/cloud-events/day-text';
import { LEVELS, MOST_MATTERS } from '#contracts/risk/risk-events';
import { subjectKey } from '#contracts/risk/subject-key';
import { CHANNELS } from '#contracts/topics';

/** Why what had been said no longer holds: a code in place of any text that somebody wrote. */
export const CORRECTION_GROUNDS = [
  'withdrawn',
  'corrected',
  'refuted',
  'malicious',
  'reassessed',
  'regraded',
  'mitigated',
  'decision-withdrawn',
  'post-withdrawn',
  'regrouped',
  'moved',
] as const;
export const correctionGround = z
  .enum(CORRECTION_GROUNDS)
  .describe(
    [
      'withdrawn: its source took the signal back',
      'corrected: its source sent another in its place',
      'refuted, malicious, reassessed: an authority gave it that or another, lower status',
      'regraded: another grade of the source',
      'mitigated: something in the favour of the subject',
      'decision-withdrawn: a decision about a signal was taken back',
      'post-withdrawn: a post had never been held',
      'regrouped: signals count together that counted apart',
      'moved: a signal had been told of the wrong subject; it counts there no more',
    ].join('; '),
  );
export type CorrectionGround = z.infer<typeof correctionGround>;

/** One upward edge. E and P in milli-points. */
export const toldEdge = z.strictObject({
  from: z.enum(LEVELS),
  to: z.enum(LEVELS),
  day: dayText,
  e: z.int(),
  p: z.int(),
});
export type ToldEdge = z.infer<typeof toldEdge>;

/** Another event by which the level was reached all the same. */
export const laterEdge = z.strictObject({ cause: z.guid(), day: dayText });

const reopened = {
  subject: subjectKey,
  /** The event that made it so. */
  correctedBy: z.guid(),
  ground: correctionGround,
  /** The day on which that was processed. */
  day: dayText,
  policy: z.string(),
} as const;

/** What was said by one level-raised no longer holds, or with other numbers; alerts and their corrections are together the history known now. */
export const LEVEL_CORRECTED = 'liuqu.risk.level-corrected.v1';
export const levelCorrected = z.strictObject({
  ...reopened,
  corrects: z.guid().describe('Id (ce_id) of the level-raised that is corrected.'),
  cause: z.guid().describe('The event of which that level-raised is.'),
  said: toldEdge.nullable().describe('null: nothing was told of this event, as the level had been reached by what fell away now.'),
  now: toldEdge.nullable().describe('null: by what is known now, this event never raised the level.'),
  later: laterEdge.nullable().describe('Where the level that was told was reached all the same.'),
  raises: z
    .boolean()
    .describe('Whether the level is higher by it than just before, as what had lowered it was taken back: it alarms like an alert.'),
});
export type LevelCorrected = z.infer<typeof levelCorrected>;

/** How many lowered signals a correction names, what weighed most first. */
export const MOST_LOWERED = 100;

/** A signal that counts for less than before. */
export const loweredSignal = z.strictObject({
  eventId: z.guid(),
  code: z.string(),
  channel: z.enum(CHANNELS),
  matter: z.string(),
  statusWas: z.string(),
  statusIs: z.string(),
  gradeWas: z.string(),
  gradeIs: z.string(),
  leftPercent: z.int().min(0).describe('What is left of its contribution, in whole percent.'),
});
export type LoweredSignal = z.infer<typeof loweredSignal>;

/** What stood behind a passed gate of a cadre counts for less: the workflow looks at what it proposed, and people decide. */
export const GATE_CORRECTED = 'liuqu.risk.gate-corrected.v1';
export const gateCorrected = z.strictObject({
  ...reopened,
  level: z.enum(LEVELS),
  e: z.int(),
  p: z.int(),
  holds: z.boolean().describe('Whether level and gate are there after the correction.'),
  fallen: z.array(z.guid()).max(MOST_MATTERS).describe('Events whose gate-passed no longer holds.'),
  lowered: z.array(loweredSignal).max(MOST_LOWERED),
});
export type GateCorrected = z.infer<typeof gateCorrected>;
