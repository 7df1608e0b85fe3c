import { z } from 'zod';

export const unitsAnswer = z.strictObject({
  items: z.array(z.strictObject({ code: z.string(), name: z.string(), category: z.string() })),
});
export type UnitsAnswer = z.infer<typeof unitsAnswer>;
