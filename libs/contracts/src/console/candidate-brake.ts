import { z } from 'zod';
import { dayText } from '#contracts/cloud-events/day-text';
import { candidateReason } from '#contracts/console/candidates';

/** More than this is no limit to anybody's work. */
const MOST_MOST = 1000;
export const MOST_RELEASED_AT_ONCE = 100;

/** GET /api/v1/candidate-brake */
export const candidateBrake = z.strictObject({
  most: z.int().describe('So many candidates are proposed of the clues of one day, in the whole installation; more are held.'),
  set: z
    .strictObject({ by: z.string(), at: z.string(), reason: z.string() })
    .nullable()
    .describe('Who set the limit last; null while it is the shipped one.'),
  held: z.int().describe('Candidates in the scope that wait for a person to let them go.'),
  oldest: dayText.nullable().describe('The first last day among them.'),
});
export type CandidateBrakeAnswer = z.infer<typeof candidateBrake>;

/** PUT /api/v1/candidate-brake, by the head of the handling office. */
export const candidateLimit = z.strictObject({ most: z.int().min(0).max(MOST_MOST), reason: candidateReason });
export const candidateLimitSet = z.strictObject({ most: z.int() });

/** POST /api/v1/candidate-brake/release, by the head of the handling office: the most urgent of the scope first. */
export const heldRelease = z.strictObject({ count: z.int().min(1).max(MOST_RELEASED_AT_ONCE), reason: candidateReason });
export type HeldRelease = z.infer<typeof heldRelease>;
export const heldReleased = z.strictObject({
  released: z.array(z.guid()),
  left: z.int().describe('Candidates in the scope that are still held.'),
});
export type HeldReleased = z.infer<typeof heldReleased>;
