import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { writtenInstant } from '../parts/civil-day';
import { fill } from '../parts/fill';
import { textsOf } from '../texts/texts';
import type { Answer } from './answer';

const texts = textsOf('candidates');

/** Every answer of the system since the drawer was opened, the newest first. */
export function Answers({ answers }: { readonly answers: readonly Answer[] }): ReactNode {
  return (
    <div role="log" aria-live="polite" aria-label={texts.answers} className="lq-answers">
      {answers.map((answer) => (
        <Alert
          key={`${answer.at} ${answer.sentence}`}
          role="presentation"
          type={answer.done ? 'success' : 'warning'}
          showIcon
          title={
            <>
              {answer.sentence} <span className="lq-meta">{markOf(answer)}</span>
            </>
          }
        />
      ))}
    </div>
  );
}

function markOf({ at, code }: Answer): string {
  const time = writtenInstant(at);
  return code === undefined ? time : fill(texts.answerCode, { time, code });
}
