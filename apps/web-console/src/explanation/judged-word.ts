import type { ExplainedEvent } from '../contracts';
import { writtenDay } from '../parts/civil-day';
import { fill } from '../parts/fill';
import { textsOf } from '../texts/texts';

const texts = textsOf('explanation');

const AUTHORITIES: Readonly<Record<string, string>> = texts.authorities;

/** Who decided a status, and when; or that it is what the signal came with. */
export function judgedWord(by: ExplainedEvent['statusBy']): string {
  if (by === null) return texts.asItCame;
  const day = writtenDay(by.on);
  return by.authority === null ? fill(texts.decidedOn, { day }) : fill(texts.decidedBy, { authority: AUTHORITIES[by.authority] ?? by.authority, day });
}

/** The grade of the source, and by whom where an officer changed it. */
export function gradeWord({ grade, gradeBy }: Pick<ExplainedEvent, 'grade' | 'gradeBy'>): string {
  return gradeBy === null ? fill(texts.graded, { grade }) : fill(texts.gradedBy, { grade, by: judgedWord(gradeBy) });
}
