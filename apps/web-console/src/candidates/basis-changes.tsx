import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useLabels, type Labels } from '../catalogue/labels';
import type { CandidateBasisChange, CandidateFile, LoweredSignal } from '../contracts';
import { fill } from '../parts/fill';
import { points } from '../parts/points';
import { groundWord, listed, matterWord, statusWord } from '../parts/words';
import { textsOf } from '../texts/texts';
import { isOpen } from './candidate-states';

const texts = textsOf('candidates');

/** What of the frozen reasons has fallen away since, and what the system leaves to people because of it. */
export function BasisChanges({ candidate }: { readonly candidate: CandidateFile }): ReactNode {
  const labels = useLabels();
  const { basisChanges, state, toReview } = candidate;
  if (basisChanges.length === 0) return null;
  return (
    <section>
      <h2>{texts.basis}</h2>
      {isOpen(state) && <Alert type="warning" showIcon title={texts.basisOpen} />}
      {toReview && <Alert type="warning" showIcon title={texts.basisToReview} />}
      <ol className="lq-course">
        {basisChanges.map((change, place) => (
          <li key={`${place} ${change.day}`}>
            <div>{fill(texts.basisChange, { day: change.day, ground: groundWord(change.ground) })}</div>
            {change.lowered.map((signal) => (
              <div key={signal.eventId}>{loweredWords(signal, labels)}</div>
            ))}
            <div className="lq-meta">{outcomeOf(change, labels)}</div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function loweredWords(signal: LoweredSignal, labels: Labels): string {
  const { code, matter, statusWas, statusIs, gradeWas, gradeIs, leftPercent } = signal;
  const what = fill(texts.basisSignal, { signal: labels.signal(code), matter: matterWord(matter) });
  const status = statusWas === statusIs ? [] : [fill(texts.basisStatus, { was: statusWord(statusWas), is: statusWord(statusIs) })];
  const grade = gradeWas === gradeIs ? [] : [fill(texts.basisGrade, { was: gradeWas, is: gradeIs })];
  const left = leftPercent === 0 ? texts.basisNothingLeft : fill(texts.basisLeft, { percent: leftPercent });
  return `${what}${listed([...status, ...grade, left])}`;
}

function outcomeOf({ causeFell, holds, level, e, p }: CandidateBasisChange, labels: Labels): string {
  const now = fill(texts.basisNow, { level: labels.level(level), e: points(e), p: points(p) });
  return listed([...(causeFell ? [texts.basisCauseFell] : []), holds ? texts.basisHolds : texts.basisHoldsNot, now]);
}
