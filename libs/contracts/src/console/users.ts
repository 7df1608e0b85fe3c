import { z } from 'zod';

/** GET /api/v1/users: everybody who may ever sign in, by id; nothing that opens an account. */
export const usersAnswer = z.strictObject({
  items: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      role: z.string(),
      unit: z.string().nullable().describe('Code of the unit whose tree the person sees; null: everything.'),
      active: z.boolean(),
      addedAt: z.iso.datetime(),
      lastSignInAt: z.iso.datetime().nullable(),
      codeTaken: z.boolean().describe('Whether a one-time code was taken since the credentials were handed out.'),
      linked: z.boolean().describe('Whether the person may come from the identity provider.'),
    }),
  ),
});
export type UsersAnswer = z.infer<typeof usersAnswer>;
