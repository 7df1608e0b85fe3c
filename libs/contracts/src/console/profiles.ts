import { z } from 'zod';
import { dayText } from '#contracts/cloud-events/day-text';
import { CHANNELS } from '#contracts/topics';

export const PROFILE_DIMENSIONS = ['recommendations', 'decisions', 'projects', 'democratic-style', 'integrity'] as const;
export const PROFILE_UNIT_SIZES = ['small', 'medium', 'large'] as const;
/** Of the first signals so many are told; the rest are among the signals of the portrait. */
export const MOST_FIRST = 8;

/** GET /api/v1/cadres/{id}/profile: what a page shows first. Milli-points. */
export const profileAnswer = z.strictObject({
  category: z.string(),
  asOf: dayText,
  e: z.int(),
  first: z
    .array(
      z.strictObject({
        eventId: z.string(),
        code: z.string(),
        label: z.string(),
        channel: z.enum(CHANNELS),
        day: dayText,
        status: z.string(),
        part: z.int(),
      }),
    )
    .max(MOST_FIRST)
    .describe('Signals of the types on which the category is supervised, the weightiest first.'),
  /** How many there are. */
  firstCount: z.int(),
  dimensions: z
    .array(z.strictObject({ dimension: z.enum(PROFILE_DIMENSIONS), part: z.int(), signals: z.int() }))
    .describe('Of a principal; empty for everybody else. With the rest they are E exactly.'),
  rest: z.int(),
  peers: z
    .strictObject({
      size: z.enum(PROFILE_UNIT_SIZES),
      from: z.int().describe('Cadres in post of the smallest unit of that size.'),
      to: z.int().nullable(),
      count: z.int(),
      quartiles: z.array(z.int()).length(3),
    })
    .nullable()
    .describe('Today, those of the same category in units of the same size and in view; null below ten, and where no post is held.'),
});
export type ProfileAnswer = z.infer<typeof profileAnswer>;
