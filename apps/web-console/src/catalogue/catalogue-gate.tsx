import { useMemo, type ReactNode } from 'react';
import { useCatalogue } from '../api/queries';
import { ProblemNotice } from '../parts/problem-notice';
import { Waiting } from '../parts/waiting';
import { LabelsContext, labelsOf } from './labels';

/** Draws a page when the words for its codes are there. */
export function CatalogueGate({ children }: { readonly children: ReactNode }): ReactNode {
  const { data, error, refetch } = useCatalogue();
  const labels = useMemo(() => (data === undefined ? undefined : labelsOf(data)), [data]);
  if (labels !== undefined) return <LabelsContext.Provider value={labels}>{children}</LabelsContext.Provider>;
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  return <Waiting rows={12} />;
}
