import { Button, type TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { PolicyReviewRow } from '../contracts';
import { writtenInstant } from '../parts/civil-day';
import { fill } from '../parts/fill';
import { LevelTag } from '../parts/level-tag';
import { points } from '../parts/points';
import { subjectPath } from '../parts/subject-path';
import { personWord, policyWord } from '../parts/words';
import { Chinese } from '../texts/chinese';
import { textsOf } from '../texts/texts';

const texts = textsOf('reviews');

/** @param onSettle for whoever may settle */
export function reviewColumns(onSettle: ((review: PolicyReviewRow) => void) | undefined): TableColumnsType<PolicyReviewRow> {
  return [
    { title: texts.name, width: 120, className: 'lq-name', render: (_, { subject, name }) => <Link to={subjectPath(subject)}>{name}</Link> },
    { title: texts.post, render: (_, { unitName, post }) => (post === null ? <span className="lq-meta">{texts.none}</span> : `${unitName ?? ''} ${post}`) },
    {
      title: texts.levels,
      width: 190,
      className: 'lq-name',
      render: (_, { levelBefore, levelAfter }) => (
        <>
          <LevelTag level={levelBefore} /> → <LevelTag level={levelAfter} />
        </>
      ),
    },
    { title: texts.evidence, width: 130, className: 'lq-number', render: (_, { eBefore, eAfter }) => `${points(eBefore)} → ${points(eAfter)}` },
    { title: texts.day, width: 104, className: 'lq-number', dataIndex: 'day' },
    { title: texts.policy, width: 150, render: (_, { policyName }) => (policyName === null ? texts.none : policyWord(policyName)) },
    { title: texts.state, width: 210, render: (_, review) => <StateOf review={review} onSettle={onSettle} /> },
  ];
}

interface StateOfProps {
  readonly review: PolicyReviewRow;
  readonly onSettle: ((review: PolicyReviewRow) => void) | undefined;
}

/** Where it stands; while nobody has looked, the way to say what was found. */
function StateOf({ review, onSettle }: StateOfProps): ReactNode {
  const { state, settledBy, settledAt, note } = review;
  return (
    <>
      {texts.states[state]}{' '}
      {state === 'open' && onSettle !== undefined && (
        <Button size="small" onClick={() => onSettle(review)}>
          {texts.settle}
        </Button>
      )}
      {state === 'lapsed' && <span className="lq-meta">{texts.lapsedWhy}</span>}
      {note !== null && (
        <div>
          <Chinese>{note}</Chinese>
        </div>
      )}
      {settledBy !== null && settledAt !== null && (
        <div className="lq-meta">{fill(texts.settledWord, { person: personWord(settledBy), time: writtenInstant(settledAt) })}</div>
      )}
    </>
  );
}
