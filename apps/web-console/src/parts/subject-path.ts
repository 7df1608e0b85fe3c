import { cadrePath } from '../cadres/cadre-path';
import { unitPath } from '../units/unit-path';

const UNIT = 'unit:';

/** Where the page of a subject is: a cadre's id, or `unit:` and the code of a unit. */
export const subjectPath = (subject: string): string =>
  subject.startsWith(UNIT) ? unitPath(subject.slice(UNIT.length)) : cadrePath(subject);
