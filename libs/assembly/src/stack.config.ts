import { z } from 'zod';

const key = z
  .string()
  .transform((text) => Buffer.from(text, 'base64'))
  .refine((bytes) => bytes.length === 32, 'must be 32 bytes in base64');

/** What every process is told: where its services are, its keys, and whether this is a demo. */
export const stackConfig = z.object({
  LIUQU_DATABASE_URL: z.url(),
  /** `kafka://host:port,host:port`, or the URL of a PostgreSQL for the embedded log. */
  LIUQU_LOG_URL: z.url(),
  /** `redis://…`, or the URL of a PostgreSQL for BullMQ's own back end. */
  LIUQU_JOBS_URL: z.url(),
  LIUQU_PORT: z.coerce.number().int().min(0).max(65_535),
  /** Turns ID numbers into tokens; changing it makes every person a stranger. */
  LIUQU_TOKEN_KEY: key,
  /** Encrypts what waits for a person: parked messages, unmatched signals. */
  LIUQU_SEALING_KEY: key,
  /** In a demo the door honours `Liuqu-Received-On`. */
  LIUQU_DEMO: z.enum(['true', 'false']).default('false'),
});
export type StackConfig = z.infer<typeof stackConfig>;
