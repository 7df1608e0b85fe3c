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

/** POST /api/v1/users: what the new person is handed, this once. */
export const handedOut = z.strictObject({
  id: z.string(),
  password: z.string(),
  totpUri: z.string().describe('For an authenticator (otpauth://totp/…).'),
});
export type HandedOutAnswer = z.infer<typeof handedOut>;
