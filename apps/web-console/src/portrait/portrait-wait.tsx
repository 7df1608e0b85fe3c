import type { ReactNode } from 'react';
import { ProblemNotice } from '../parts/problem-notice';
import { Waiting } from '../parts/waiting';

interface Asked {
  readonly error: Error | null;
  refetch(): Promise<unknown>;
}

/** What stands in the place of a portrait that is not there yet, or cannot be had. */
export function PortraitWait({ title, asked }: { readonly title: string; readonly asked: readonly Asked[] }): ReactNode {
  const failed = asked.find(({ error }) => error !== null);
  if (failed === undefined) return <Waiting rows={14} />;
  return (
    <>
      <div className="lq-page-head">
        <h1>{title}</h1>
      </div>
      <ProblemNotice error={failed.error} onRetry={() => void failed.refetch()} />
    </>
  );
}
