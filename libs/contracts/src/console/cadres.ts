import { z } from 'zod';
import { CHANNELS } from '#contracts/topics';
import { dayText } from '#contracts/cloud-events/day-text';
import { CADRE_CATEGORIES } from '#contracts/registry/cadre-categories';
import { overrideRow } from '#contracts/console/overrides';
import { joiningRow } from '#contracts/console/joinings';
import { candidateRow } from '#contracts/console/candidates';
import { LEVELS } from '#contracts/risk/risk-events';

export const cadreFilters = {
  level: z.enum(LEVELS).optional(),
  unit: z.string().max(32).optional().describe('Who holds a post today in this unit or in one under it, shown with that post.'),
  category: z.enum(CADRE_CATEGORIES).optional(),
  channel: z.enum(CHANNELS).optional().describe('Whose reading of today has a contribution of this channel.'),
} as const;

/** Scores are milli-points (20,000 = 20 points), odds micro-odds, days civil dates in Asia/Shanghai. */
export const cadresQuestion = z.strictObject({
  ...cadreFilters,
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** A measure or sanction in force: until its last day the level shown is not below its own. */
export const shownFloor = z.strictObject({ level: z.enum(LEVELS), until: dayText });

export const cadreRow = z.strictObject({
  id: z.string(),
  name: z.string(),
  category: z.string(),
  post: z.string().nullable(),
  unitCode: z.string().nullable(),
  unitName: z.string().nullable(),
  /** As it is shown: of E, or of the floor where that is higher. */
  level: z.enum(LEVELS),
  floor: shownFloor.nullable(),
  e: z.int(),
  p: z.int(),
  /** The day of these numbers. */
  day: dayText,
  enteredOn: dayText.nullable(),
  /** Set while an event could not be folded: the reading is incomplete since then. */
  incomplete: z.boolean(),
});
export type CadreRow = z.infer<typeof cadreRow>;

/** `day`: that of the oldest number in the reader's scope. */
export const cadrePage = z.strictObject({ items: z.array(cadreRow), next: z.string().nullable(), day: dayText });
export type CadrePage = z.infer<typeof cadrePage>;

export const cadreFile = z.strictObject({
  id: z.string(),
  name: z.string(),
  category: z.string(),
  posts: z.array(
    z.strictObject({
      code: z.string(),
      title: z.string(),
      unitCode: z.string(),
      unitName: z.string(),
      factors: z.array(z.string()),
      from: dayText,
      left: dayText.nullable(),
    }),
  ),
  /** All that were ever proposed; overdue ones first. */
  candidates: z.array(candidateRow),
  today: dayText,
});
export type CadreFile = z.infer<typeof cadreFile>;

const numbers = {
  subject: z.string(),
  asOf: dayText,
  /** The day up to which the log counts; null for all that is known. */
  knownOn: dayText.nullable(),
  policy: z.strictObject({ name: z.string(), hash: z.string() }),
  e: z.int(),
  p: z.int(),
  /** By E alone. */
  level: z.enum(LEVELS),
  /** The higher of `level` and that of the floor in force on the day. */
  shownLevel: z.enum(LEVELS),
  /** The measure in force on the day whose floor is the highest. */
  floor: shownFloor.extend({ eventId: z.string(), code: z.string(), from: dayText }).nullable(),
  incomplete: z.boolean(),
} as const;

export const readingAnswer = z.strictObject({
  ...numbers,
  odds: z.int(),
  channels: z.record(z.enum(CHANNELS), z.int()),
  corroboration: z.int(),
  exposurePercent: z.int(),
  gateOpen: z.boolean(),
  leadingMatter: z.string().nullable(),
  enteredOn: dayText.nullable(),
});
export type ReadingAnswer = z.infer<typeof readingAnswer>;

/** A signal as its sender wrote it: the number is the sender's own, the fields are those of its type that were filled in. */
export const asSent = z.strictObject({
  number: z.string(),
  agency: z.string(),
  agencyName: z.string().nullable(),
  /** A text that is not shown is null. */
  fields: z.array(z.strictObject({ label: z.string(), value: z.string().nullable() })),
});
export type AsSent = z.infer<typeof asSent>;

/** A decision that holds; its authority is null where the log does not name it. */
const holding = z.strictObject({ authority: z.string().nullable(), on: dayText });

export const explainedEvent = z.strictObject({
  eventId: z.string(),
  code: z.string(),
  label: z.string(),
  group: z.string(),
  day: dayText,
  severity: z.int(),
  status: z.string(),
  grade: z.string(),
  /** Micro-odds when fresh and on the day of the reading. */
  fresh: z.int(),
  decayed: z.int(),
  part: z.int(),
  /** Who decided status and grade; null where it is what the signal came with. */
  statusBy: holding.nullable(),
  gradeBy: holding.nullable(),
  /** The signal that counts for their campaign, when it is another one. */
  countedIn: z.string().nullable(),
  /** The reading had it been taken back, with all that is counted in it; null for what contributes nothing. */
  without: z.strictObject({ e: z.int(), p: z.int(), level: z.enum(LEVELS) }).nullable(),
  /** Null where nothing of it is kept. */
  sent: asSent.nullable(),
});
export type ExplainedEvent = z.infer<typeof explainedEvent>;

/** What kind of entry moved a level; `time` where nothing but time did. */
export const STEP_REASONS = ['time', 'signal', 'change', 'withdrawal', 'mitigation', 'link', 'campaign'] as const;

/** Why a level moved: the signal that came, or the one that was judged anew, and how. Null where it does not apply. */
export const stepReason = z.strictObject({
  kind: z.enum(STEP_REASONS),
  /** The signal it is about. */
  eventId: z.string().nullable(),
  code: z.string().nullable(),
  label: z.string().nullable(),
  /** What was decided of it. */
  status: z.string().nullable(),
  grade: z.string().nullable(),
});
export type StepReason = z.infer<typeof stepReason>;

/** Stands with every score (design: risk-model 11). */
export const NOT_A_FINDING = '本分值用于安排核查先后，不是结论，不得仅凭本分值作出任何处理决定。';

export const explanationAnswer = z.strictObject({
  ...numbers,
  channels: z.array(
    z.strictObject({
      channel: z.enum(CHANNELS),
      odds: z.int(),
      part: z.int(),
      matters: z.array(z.strictObject({ matter: z.string(), part: z.int(), events: z.array(explainedEvent) })),
    }),
  ),
  corroboration: z.strictObject({ odds: z.int(), part: z.int() }),
  /** P − E in milli-points: one line, "exposure of post". */
  exposure: z.strictObject({ percent: z.int(), part: z.int() }),
  /** Signals without weight in E (not scored, mitigating): shown, never counted. */
  unscored: z.array(explainedEvent),
  levels: z.array(z.strictObject({ name: z.enum(LEVELS), enter: z.int(), exit: z.int() })),
  /** Every change of the level up to the day, with what moved it. */
  history: z.array(z.strictObject({ day: dayText, level: z.enum(LEVELS), e: z.int(), cause: z.string(), reason: stepReason })),
  /** When the level falls if nothing more is heard. */
  fallsOn: z.array(z.strictObject({ to: z.enum(LEVELS), day: dayText })),
  /** What people said belongs together, the newest first; what was undone stands among them. */
  joinings: z.array(joiningRow),
  /** Levels that two persons set beside the computed one, the newest first; whether they hold is told by the day of the reading. */
  overrides: z.array(overrideRow),
  /**
   * How few items carry the level: without fewer than `atLeast` of them it stays. `eventIds` are so many, without which it falls;
   * more than that where fewer could not be ruled out, null where none were found. Null on no level.
   */
  smallest: z.strictObject({ atLeast: z.int(), eventIds: z.array(z.string()).nullable() }).nullable(),
  sentence: z.string(),
});
export type ExplanationAnswer = z.infer<typeof explanationAnswer>;
