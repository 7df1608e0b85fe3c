import { z } from 'zod';

const key = z
  .string()
  .transform((text) => Buffer.from(text, 'base64'))
  .refine((bytes) => bytes.length === 32, 'must be 32 bytes in base64');

/** A line that is left blank sets nothing. */
const optional = z
  .string()
  .transform((text) => (text === '' ? undefined : text))
  .optional();

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];
const isIssuer = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.includes(hostname));
};

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
  /** Where people may sign in besides: an OpenID Connect issuer, and who we are there. All three or none. */
  LIUQU_OIDC_ISSUER: optional.refine((text) => text === undefined || isIssuer(text), 'must be an https URL, or http on this machine'),
  LIUQU_OIDC_CLIENT_ID: optional,
  LIUQU_OIDC_CLIENT_SECRET: optional,
});
export type StackConfig = z.infer<typeof stackConfig>;

const OIDC = ['LIUQU_OIDC_ISSUER', 'LIUQU_OIDC_CLIENT_ID', 'LIUQU_OIDC_CLIENT_SECRET'] as const;
type Oidc = Pick<StackConfig, (typeof OIDC)[number]>;

/** Names what is missing when a sign-in elsewhere is half set up; for the processes at which people sign in. */
export function oidcIsWhole(config: Oidc, context: z.core.$RefinementCtx<Oidc>): void {
  const missing = OIDC.filter((name) => config[name] === undefined);
  if (missing.length === OIDC.length) return;
  const message = `signing in by OpenID Connect needs ${OIDC.join(', ')}: set all three or none`;
  for (const name of missing) context.addIssue({ code: 'custom', path: [name], message });
}
