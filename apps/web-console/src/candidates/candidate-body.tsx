import { Alert } from 'antd';
import { useState, type ReactNode } from 'react';
import { useLabels } from '../catalogue/labels';
import type { CandidateFile } from '../contracts';
import { fill } from '../parts/fill';
import { candidateStateWord, listed, matterWord, recommendationWord } from '../parts/words';
import { textsOf } from '../texts/texts';
import type { Why } from '../purpose/why-memory';
import { Answers } from './answers';
import type { Answer } from './answer';
import { BasisChanges } from './basis-changes';
import { CandidateActs } from './candidate-acts';
import { CandidateCourse } from './candidate-course';
import { DueDay } from './due-day';
import { FrozenReasons } from './frozen-reasons';

const texts = textsOf('candidates');

interface CandidateBodyProps {
  readonly candidate: CandidateFile;
  readonly why: Why;
}

/** Why it was proposed, what is advised, what happened, and what I may do. */
export function CandidateBody({ candidate, why }: CandidateBodyProps): ReactNode {
  const labels = useLabels();
  const [answers, setAnswers] = useState<readonly Answer[]>([]);
  const { disposition, recommendedBecause, unitName, post, state, laterEvents, leadingMatter, day } = candidate;
  return (
    <div className="lq-candidate" role="group" aria-label={texts.drawer} tabIndex={0}>
      <div>
        <p>{post === null ? texts.noPost : `${unitName ?? ''} ${post}`}</p>
        <p>
          <strong>{candidateStateWord(state)}</strong>
          <span className="lq-meta"> {texts.due} </span>
          <DueDay candidate={candidate} day={day} />
        </p>
      </div>
      <section className="lq-advice">
        <h2>{fill(texts.advice, { disposition: labels.disposition(disposition) })}</h2>
        <p>{listed(recommendedBecause.map(recommendationWord))}</p>
        <p>{fill(texts.leadingMatter, { matter: matterWord(leadingMatter) })}</p>
        <p className="lq-meta">{texts.adviceNote}</p>
      </section>
      <BasisChanges candidate={candidate} />
      <FrozenReasons candidate={candidate} />
      {laterEvents.length > 0 && <Alert type="info" showIcon title={fill(texts.later, { count: laterEvents.length })} />}
      <CandidateCourse candidate={candidate} />
      <CandidateActs candidate={candidate} why={why} onAnswer={(answer) => setAnswers((known) => [answer, ...known])} />
      <Answers answers={answers} />
    </div>
  );
}
