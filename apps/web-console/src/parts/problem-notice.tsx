import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { ApiProblem } from '../api/api-problem';
import { Chinese } from '../texts/chinese';
import { textsOf } from '../texts/texts';
import { fill } from './fill';

const texts = textsOf('problems');

/** A code, a sentence, and a way on. */
export function ProblemNotice({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }): ReactNode {
  const problem = ApiProblem.from(error);
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={
        <>
          {problem.detail} <span className="lq-meta">{fill(texts.code, { code: problem.code })}</span>
          {problem.asSaid !== undefined && (
            <div className="lq-meta">
              <Chinese>{problem.asSaid}</Chinese>
            </div>
          )}
        </>
      }
      action={
        onRetry && (
          <Button size="small" onClick={onRetry}>
            {texts.retry}
          </Button>
        )
      }
    />
  );
}
