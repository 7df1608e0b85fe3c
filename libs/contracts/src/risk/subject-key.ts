import { z } from 'zod';

/** Whom a fact, an edge or an alert is about; also the key of its topic. */
export const subjectKey = z.string().describe('“cadre:” and an opaque id, or “unit:” and the code of a unit.');
