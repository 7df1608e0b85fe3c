import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { writtenInstant } from '../parts/civil-day';
import { fill } from '../parts/fill';
import texts from '../texts/zh-CN/candidates.json';
import type { Answer } from './answer';

/** Every answer of the system since the drawer was opened, the newest first. */
export function Answers({ answers }: { readonly answers: readonly Answer[] }): ReactNode {
  return (
    <div role="log" aria-live="polite" aria-label={texts.answers} className="lq-answers">
      {answers.map(({ at, done, sentence, code }) => {
        const time = writtenInstant(at);
        return (
          <Alert
            key={`${at} ${sentence}`}
            role="presentation"
            type={done ? 'success' : 'warning'}
            showIcon
            title={sentence}
            description={code === undefined ? fill(texts.answerTime, { time }) : fill(texts.answerCode, { time, code })}
          />
        );
      })}
    </div>
  );
}
