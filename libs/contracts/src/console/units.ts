import { z } from 'zod';
import { dayText } from '#contracts/cloud-events/day-text';
import { LEVELS } from '#contracts/risk/risk-events';

const unit = { code: z.string(), name: z.string(), category: z.string(), parentCode: z.string().nullable() } as const;

/** Shown numbers of a unit as its team: milli-points, and the day of these numbers. A unit has no exposure: P is E. */
const unitReading = z.strictObject({
  level: z.enum(LEVELS),
  e: z.int(),
  p: z.int(),
  day: dayText,
  enteredOn: dayText.nullable(),
  /** Set while an event could not be folded: the reading is incomplete since then. */
  incomplete: z.boolean(),
});

/** GET /api/v1/units: null for a role that picks units and reads nothing about them. */
export const unitRow = z.strictObject({ ...unit, reading: unitReading.nullable() });
export type UnitRow = z.infer<typeof unitRow>;

export const unitsAnswer = z.strictObject({ items: z.array(unitRow), day: dayText });
export type UnitsAnswer = z.infer<typeof unitsAnswer>;

/** GET /api/v1/units/{code} */
export const unitFile = z.strictObject({
  ...unit,
  parentName: z.string().nullable(),
  /** Who holds a post of the unit today, by post and name: never by a number. */
  members: z.array(z.strictObject({ id: z.string(), name: z.string(), post: z.string() })),
  /** How many of them stand on which level. */
  levels: z.array(z.strictObject({ level: z.enum(LEVELS), count: z.int() })),
  /** The day of the oldest of these; null where none of them was read yet. */
  levelsOn: dayText.nullable(),
  today: dayText,
});
export type UnitFile = z.infer<typeof unitFile>;
