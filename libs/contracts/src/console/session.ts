import { z } from 'zod';

/** POST /api/v1/session */
export const credentials = z.strictObject({
  user: z.string().min(1).max(32).describe('Sign-in name.'),
  password: z.string().min(1).max(128),
  code: z
    .string()
    .regex(/^\d{6}$/)
    .describe('The six digits of the authenticator.'),
});

/** Who is asking: the person signed in, or in a demo the person that the header names, whose id then starts with `demo-`. */
export const sessionAnswer = z.strictObject({
  id: z.string(),
  name: z.string(),
  role: z.string(),
  unit: z
    .strictObject({ code: z.string(), name: z.string() })
    .nullable()
    .describe('The unit whose tree the person sees; null for everything.'),
});
export type SessionAnswer = z.infer<typeof sessionAnswer>;

/** GET /api/v1/session/ways: how people may sign in here besides by password and one-time code. */
export const signInWays = z.strictObject({ oidc: z.boolean().describe('Whether an identity provider is set up.') });
export type SignInWays = z.infer<typeof signInWays>;

/** Why somebody who came back from the identity provider is not signed in: `refused` of the sign-in page. */
export const ELSEWHERE_REFUSALS = ['identity-not-linked', 'account-switched-off', 'identity-not-proven', 'provider-silent'] as const;
export type ElsewhereRefusal = (typeof ELSEWHERE_REFUSALS)[number];

/** POST /api/v1/users: what the new person is handed, this once. */
export const handedOut = z.strictObject({
  id: z.string(),
  password: z.string(),
  totpUri: z.string().describe('For an authenticator (otpauth://totp/…).'),
});
export type HandedOutAnswer = z.infer<typeof handedOut>;
