import { z } from 'zod';

/** Text that a database takes. */
const written = (least: number, most: number) =>
  z
    .string()
    .trim()
    .min(least)
    .max(most)
    .refine((text) => !text.includes('\0'));

/** @param least how many characters say something */
export const reasonOf = (least: number) => written(least, 200);

/** Whom a person chooses as the subject: a cadre of the register, or a unit. */
export const chosenSubject = z.union([
  z.strictObject({ cadreId: z.string().regex(/^[\w:-]{1,64}$/) }),
  z.strictObject({ unitCode: written(1, 32) }),
]);
