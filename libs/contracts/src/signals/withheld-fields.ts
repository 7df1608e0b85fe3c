import { z } from 'zod';
import type { Channel } from '#contracts/topics';

/** What stands behind the door in the place of words that it has withheld (decision 0017). */
export const withheld = z.null().describe('Withheld at the door: read at its sender.');

const inner = (schema: z.ZodType): unknown => (schema instanceof z.ZodOptional ? schema.unwrap() : schema);

/**
 * Whether a field holds what petitioners wrote, or what was written about what they wrote: the free text of the public's channel,
 * which is read at its sender only (信访工作条例 art. 30(3); domain: petitions 3.1).
 */
export const isWithheld = (channel: Channel, schema: z.ZodType): boolean => channel === 'public' && inner(schema) instanceof z.ZodString;

/** The schema of such a field behind the door. */
export const withheldLike = (schema: z.ZodType): z.ZodType => (schema instanceof z.ZodOptional ? withheld.optional() : withheld);
