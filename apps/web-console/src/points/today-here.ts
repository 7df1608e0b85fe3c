import { writtenInstant } from '../parts/civil-day';

/** Today in Shanghai, as a date field has it; the server has the last word. */
export const todayHere = (): string => writtenInstant(new Date().toISOString()).slice(0, 10);
