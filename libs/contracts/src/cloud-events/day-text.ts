import { z } from 'zod';

/** A civil date, Asia/Shanghai, as `2026-04-27`. There is no year 0. */
export const dayText = z.iso.date().refine((text) => !text.startsWith('0000'));
