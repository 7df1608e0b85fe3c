import type { ReactNode } from 'react';
import type { CandidateFile } from '../contracts';
import { writtenDay, writtenInstant } from '../parts/civil-day';
import { fill } from '../parts/fill';
import { personWord } from '../parts/words';
import { textsOf } from '../texts/texts';

const texts = textsOf('candidates');

/** What happened so far, each step with when, by whom and why. */
export function CandidateCourse({ candidate }: { readonly candidate: CandidateFile }): ReactNode {
  return (
    <section>
      <h2>{texts.course}</h2>
      <ol className="lq-course">
        <li>{fill(texts.courseProposed, { day: writtenDay(candidate.proposedOn) })}</li>
        {candidate.course.map((step) => (
          <li key={`${step.at} ${step.act}`}>{stepWord(step, candidate.clueNumber)}</li>
        ))}
      </ol>
    </section>
  );
}

const SENTENCES: Readonly<Record<CandidateFile['course'][number]['act'], string>> = {
  released: texts.courseReleased,
  'dismissal-asked': texts.courseAsked,
  'dismissal-refused': texts.courseRefused,
  dismissed: texts.courseDismissed,
  taken: texts.courseTaken,
  upheld: texts.courseUpheld,
  withdrawn: texts.courseWithdrawn,
};

function stepWord({ at, act, by, reason }: CandidateFile['course'][number], clueNumber: string | null): string {
  const told = { time: writtenInstant(at), person: personWord(by), reason: reason ?? texts.noReason, number: clueNumber ?? '' };
  return fill(SENTENCES[act], told);
}
