import { z } from 'zod';
import { askedDay, dayText } from '#contracts/cloud-events/day-text';
import { asSent } from '#contracts/console/cadres';

/** Points schemes 积分办法: points are milli-points (1,500 = 1.5), days civil dates in Asia/Shanghai. */
export const POINTS_STEPS = [
  'notice',
  'statement',
  'verification',
  'confirmation',
  'refusal',
  'objection',
  'objection-upheld',
  'objection-rejected',
  'term-set',
  'term-met',
  'term-unmet',
] as const;
export type PointsStep = (typeof POINTS_STEPS)[number];

export const POINTS_STATES = ['standing', 'pending', 'superseded', 'expired', 'refused'] as const;
const COLOURS = ['green', 'blue', 'yellow', 'orange', 'red'] as const;
const OBJECTS = ['cadre', 'unit'] as const;

/** What people read of a scheme; English may be missing. */
const label = z.strictObject({ zh: z.string(), en: z.string().optional() });
const named = { key: z.string(), label } as const;
const milliPoints = z.int();
const schemeName = z.string().min(1).max(40);

/** GET /api/v1/points-schemes: those that are live. */
export const pointsSchemeRow = z.strictObject({
  name: z.string(),
  hash: z.string(),
  title: label,
  source: z.string(),
  notes: z.array(label),
  objects: z.array(z.enum(OBJECTS)),
  start: z.strictObject({ value: milliPoints, direction: z.enum(['add', 'deduct']) }),
  thresholds: z.array(z.strictObject({ ...named, colour: z.enum(COLOURS) })),
  /** What people may enter because no agency sends it. */
  measures: z.array(z.strictObject({ measure: z.string(), label, numbered: label.nullable(), points: milliPoints })),
});
export type PointsSchemeRow = z.infer<typeof pointsSchemeRow>;
export const pointsSchemes = z.strictObject({ items: z.array(pointsSchemeRow) });
export type PointsSchemes = z.infer<typeof pointsSchemes>;

/** GET /api/v1/points */
export const pointsQuestion = z.strictObject({
  scheme: schemeName,
  unit: z.string().max(32).optional().describe('The unit and those under it: who holds a post there today, and the units themselves.'),
  threshold: z.string().max(40).optional().describe('Key of the threshold that is met; `none` for those who meet none.'),
  waiting: z.literal('yes').optional().describe('Only where people have something to do.'),
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type PointsQuestion = z.infer<typeof pointsQuestion>;

export const pointsRow = z.strictObject({
  subject: z.string(),
  name: z.string(),
  post: z.string().nullable(),
  unitName: z.string().nullable(),
  value: milliPoints,
  /** Key of the gravest threshold that is met. */
  threshold: z.string().nullable(),
  standing: z.int(),
  pending: z.int(),
  /** Consequences in force. */
  inForce: z.int(),
  /** The next day on which something ends by itself. */
  nextChange: dayText.nullable(),
  day: dayText,
});
export type PointsRow = z.infer<typeof pointsRow>;
export const pointsPage = z.strictObject({ items: z.array(pointsRow), next: z.string().nullable(), day: dayText });
export type PointsPage = z.infer<typeof pointsPage>;

/** GET /api/v1/cadres/{id}/points and /api/v1/units/{code}/points */
export const pointsLedgerQuestion = z.strictObject({
  scheme: schemeName,
  asOf: askedDay.optional().describe('The day of the reading; without it that of `knownOn`, else today.'),
  knownOn: askedDay.optional().describe('Only what had been released or entered by the end of this day counts.'),
});
export type PointsLedgerQuestion = z.infer<typeof pointsLedgerQuestion>;

const enteredStep = z.strictObject({
  id: z.string(),
  step: z.enum(POINTS_STEPS),
  on: dayText,
  due: dayText.nullable(),
  by: z.string(),
  role: z.string(),
  at: z.iso.datetime(),
  note: z.string().nullable(),
});
const mark = z.strictObject({ ...named, colour: z.enum(COLOURS) });

export const pointsItem = z.strictObject({
  /** Of the signal, of the entered measure, or of the step that told of an unmet term. */
  id: z.string(),
  label,
  /** How often its term was not met before it became this. */
  stage: z.int(),
  matter: z.string(),
  day: dayText,
  points: milliPoints,
  counted: milliPoints,
  mark: mark.nullable(),
  state: z.enum(POINTS_STATES),
  begins: dayText.nullable(),
  /** The last day on which it counts. */
  last: dayText.nullable(),
  awaits: z.enum(POINTS_STEPS).nullable(),
  /** The day by which something must be done that is still open. */
  due: dayText.nullable(),
  /** The agency that decided, or the person who entered it. */
  decidedBy: z.string(),
  confirmedBy: z.string().nullable(),
  /** As its sender wrote it; null for what people entered. */
  sent: asSent.nullable(),
  /** Why it was entered; null for a signal. */
  note: z.string().nullable(),
  steps: z.array(enteredStep),
  /** What the person who asks could enter about it today. */
  may: z.array(z.enum(POINTS_STEPS)),
  mayTakeBack: z.boolean(),
});
export type PointsItem = z.infer<typeof pointsItem>;

const span = { from: dayText, last: dayText } as const;

export const pointsLedger = z.strictObject({
  subject: z.string(),
  name: z.string(),
  scheme: pointsSchemeRow,
  asOf: dayText,
  knownOn: dayText.nullable(),
  value: milliPoints,
  sums: z.array(z.strictObject({ ...named, sum: milliPoints })),
  level: z.strictObject({ ...named, colour: z.enum(COLOURS), ...span }).nullable(),
  items: z.array(pointsItem),
  consequences: z.array(
    z.strictObject({
      ...named,
      whom: z.enum(['subject', 'leader', 'responsible']),
      ...span,
      inForce: z.boolean(),
      /** Labels of the thresholds and items from which it follows. */
      causes: z.array(label),
    }),
  ),
  attained: z.array(z.strictObject({ ...named, colour: z.enum(COLOURS), ...span })),
  nextChange: dayText.nullable(),
  sentence: z.string(),
});
export type PointsLedger = z.infer<typeof pointsLedger>;

const NOTES: readonly PointsStep[] = ['refusal', 'objection', 'objection-upheld', 'objection-rejected'];
const note = z.string().trim().min(1).max(200);
/** The id is given by who enters, so that what is sent twice counts once. */
const entry = { id: z.guid(), scheme: schemeName } as const;

/** POST /api/v1/points/{subject}/entries */
export const newPointsEntry = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('measure'),
      ...entry,
      measure: z.string().min(1).max(40),
      day: dayText,
      number: z.int().min(1).max(100_000).optional(),
      /** A fact or measure of the same matter. */
      sameMatterAs: z.guid().optional(),
      note: note.optional(),
    }),
    z.strictObject({
      kind: z.literal('step'),
      ...entry,
      target: z.guid(),
      step: z.enum(POINTS_STEPS),
      on: dayText,
      /** Of a term that is set. */
      due: z.iso.date().optional(),
      note: note.optional(),
    }),
    z.strictObject({ kind: z.literal('taken-back'), ...entry, target: z.guid(), note }),
  ])
  .refine((asked) => asked.kind !== 'step' || !NOTES.includes(asked.step) || asked.note !== undefined, {
    path: ['note'],
    error: 'reason-needed',
  });
export type NewPointsEntry = z.infer<typeof newPointsEntry>;

/** What stands after an entry. */
export const enteredPoints = z.strictObject({ id: z.guid(), value: milliPoints, threshold: z.string().nullable() });
export type EnteredPoints = z.infer<typeof enteredPoints>;

/** Stands with every reading of a scheme. */
export const POINTS_FOLLOW_A_RULE = '分值按公布的办法由已作出的决定得出，不计入证据分；申述和异议不会增加分值。';
