import { pathWith } from '../api/call';
import type { DaysAsked } from '../api/queries';
import { subjectPath } from '../parts/subject-path';

/** Where the score of a subject is explained; of a day, or as it was known on one. */
export const explanationPath = (subject: string, days: DaysAsked = {}): string => pathWith(`${subjectPath(subject)}/explanation`, { ...days });
