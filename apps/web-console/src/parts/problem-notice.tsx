import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { ApiProblem } from '../api/api-problem';
import texts from '../texts/zh-CN/problems.json';
import { fill } from './fill';

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
