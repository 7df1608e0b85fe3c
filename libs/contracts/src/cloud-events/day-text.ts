import { z } from 'zod';

/** A civil date, Asia/Shanghai, as `2026-04-27`. */
export const dayText = z.iso.date();
