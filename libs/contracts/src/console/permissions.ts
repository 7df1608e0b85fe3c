import { z } from 'zod';

/** GET /api/v1/permissions: what is not listed is answered to nobody. */
export const permissionsAnswer = z.strictObject({
  items: z.array(
    z.strictObject({
      method: z.string(),
      path: z.string(),
      permitted: z.union([z.enum(['anybody', 'agency']), z.array(z.string())]).describe('Or the roles that may call it.'),
      sensitive: z.boolean().describe('Asks for a purpose, and is logged.'),
    }),
  ),
  purposes: z.array(
    z.strictObject({ code: z.string(), label: z.string(), task: z.enum(['candidate', 'triage-item', 'none']), roles: z.array(z.string()) }),
  ),
});
export type PermissionsAnswer = z.infer<typeof permissionsAnswer>;
