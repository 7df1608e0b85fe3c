import { z } from 'zod';

/** `source` names the agency and its system: `/agency/<orgcode>/<system>` (design: integration 1.1). */
export const SOURCE_PATTERN = /^\/agency\/([A-Za-z0-9-]{1,32})\/([A-Za-z0-9._-]{1,48})$/;

/** The attributes that every event carries; `data` is checked against the contract of its `type`. Extension attributes are let through. */
export const cloudEventAttributes = z.looseObject({
  specversion: z.literal('1.0'),
  id: z.string().min(1).max(128),
  source: z.string().regex(SOURCE_PATTERN),
  type: z.string().min(1).max(128),
  time: z.iso.datetime({ offset: true }),
  dataschema: z
    .string()
    .min(1)
    .max(256)
    .describe(
      'A stable reference to the schema that the sender followed, by custom `/schemas/<type>`; it is kept and compared, not fetched.',
    ),
  datacontenttype: z.literal('application/json').optional(),
  subject: z.literal('').optional(),
  data: z.record(z.string(), z.unknown()),
});
export type CloudEvent = z.infer<typeof cloudEventAttributes>;
