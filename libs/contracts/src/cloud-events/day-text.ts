import { z } from 'zod';

/** A civil date, Asia/Shanghai, as `2026-04-27`. */
export const dayText = z.iso.date();

/** The same where nothing else bounds it before the database is asked, which has no year 0. */
export const askedDay = z.iso.date().regex(/^(?!0000)/);
