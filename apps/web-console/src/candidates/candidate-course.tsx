import type { ReactNode } from 'react';
import type { CandidateRow } from '../contracts';
import { writtenDay, writtenInstant } from '../parts/civil-day';
import { fill } from '../parts/fill';
import { personWord } from '../parts/words';
import { textsOf } from '../texts/texts';

const texts = textsOf('candidates');

/** What happened so far, each step with who took it. */
export function CandidateCourse({ candidate }: { readonly candidate: CandidateRow }): ReactNode {
  return (
    <section>
      <h2>{texts.course}</h2>
      <ol className="lq-course">
        {stepsOf(candidate).map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </section>
  );
}

function stepsOf(candidate: CandidateRow): readonly string[] {
  const { proposedOn, state, dismissalReason, dismissalAskedBy, decidedBy, decidedAt, clueNumber } = candidate;
  const steps = [fill(texts.courseProposed, { day: writtenDay(proposedOn) })];
  if (dismissalReason !== null) {
    const sentence = state === 'proposed' || state === 'taken' ? texts.courseRefused : texts.courseAsked;
    steps.push(fill(sentence, { person: personWord(dismissalAskedBy ?? ''), reason: dismissalReason }));
  }
  const decided = { time: decidedAt === null ? '' : writtenInstant(decidedAt), person: personWord(decidedBy ?? '') };
  if (state === 'dismissed') steps.push(fill(texts.courseDismissed, decided));
  if (state === 'taken') steps.push(fill(texts.courseTaken, { ...decided, number: clueNumber ?? '' }));
  return steps;
}
