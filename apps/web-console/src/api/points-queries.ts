import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { PointsLedger, PointsPage, PointsSchemes } from '../contracts';
import type { Why } from '../purpose/why-memory';
import { read, readFor } from './call';

export const POINTS = 'points';

const ROWS_A_PAGE = 50;

export interface PointsAsked {
  readonly scheme: string;
  readonly unit?: string | undefined;
  readonly threshold?: string | undefined;
  readonly waiting?: string | undefined;
  readonly cursor?: string | undefined;
}

export function usePointsSchemes(): UseQueryResult<PointsSchemes> {
  return useQuery({ queryKey: [POINTS, 'schemes'], queryFn: () => read<PointsSchemes>('/points-schemes') });
}

export function usePoints(asked: PointsAsked): UseQueryResult<PointsPage> {
  return useQuery({
    queryKey: [POINTS, 'list', asked],
    queryFn: () => read<PointsPage>('/points', { ...asked, limit: ROWS_A_PAGE }),
    placeholderData: keepPreviousData,
  });
}

export interface LedgerAsked {
  readonly scheme: string;
  /** A cadre's id, or `unit:` and the code of a unit. */
  readonly subject: string;
  /** Civil date; the present day without it. */
  readonly asOf: string | undefined;
}

export function usePointsLedger({ scheme, subject, asOf }: LedgerAsked, why: Why): UseQueryResult<PointsLedger> {
  const path = subject.startsWith('unit:') ? `/units/${encodeURIComponent(subject.slice('unit:'.length))}` : `/cadres/${encodeURIComponent(subject)}`;
  return useQuery({
    queryKey: [POINTS, 'ledger', subject, scheme, asOf],
    queryFn: () => readFor<PointsLedger>(why, `${path}/points`, { scheme, asOf }),
    refetchOnWindowFocus: false,
    placeholderData: (previous) => (previous?.subject === subject && previous.scheme.name === scheme ? previous : undefined),
  });
}
