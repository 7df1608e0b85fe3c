import type { ReactNode } from 'react';
import { useRouteError } from 'react-router';
import { ProblemNotice } from '../parts/problem-notice';

/** What is shown when a page itself fails: its code did not load, or it broke. */
export function PageFault(): ReactNode {
  return <ProblemNotice error={useRouteError()} onRetry={() => window.location.reload()} />;
}
