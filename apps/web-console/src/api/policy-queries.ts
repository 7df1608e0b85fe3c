import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { BacktestAnswer, PolicyDifference, PolicyFile, PolicyPage } from '../contracts';
import { read } from './call';

export interface PoliciesAsked {
  readonly kind?: string | undefined;
  readonly state?: string | undefined;
  readonly cursor?: string | undefined;
}

const ROWS_A_PAGE = 50;

export const POLICIES = 'policies';
export const policyKey = (id: string): readonly unknown[] => [POLICIES, 'one', id];

export const backtestKey = ({ id, hash }: Pick<PolicyFile, 'id' | 'hash'>): readonly unknown[] => [POLICIES, 'backtest', id, hash];

export function usePolicies(asked: PoliciesAsked): UseQueryResult<PolicyPage> {
  return useQuery({
    queryKey: [POLICIES, 'list', asked],
    queryFn: () => read<PolicyPage>('/policies', { ...asked, limit: ROWS_A_PAGE }),
    placeholderData: keepPreviousData,
  });
}

/** Asked when it is opened, and not again because a window comes to the front: somebody may be writing. */
export function usePolicy(id: string): UseQueryResult<PolicyFile> {
  return useQuery({ refetchOnWindowFocus: false, queryKey: policyKey(id), queryFn: () => read<PolicyFile>(`/policies/${id}`) });
}

const LOOK_AGAIN = 700;

/** The last backtest of what is kept of a policy; while one runs it is asked for again and again. */
export function useBacktest({ id, hash }: Pick<PolicyFile, 'id' | 'hash'>): UseQueryResult<BacktestAnswer> {
  return useQuery({
    queryKey: backtestKey({ id, hash }),
    queryFn: () => read<BacktestAnswer>(`/policies/${id}/backtest`),
    refetchInterval: ({ state }) => (state.data?.backtest?.state === 'running' ? LOOK_AGAIN : false),
  });
}

/** @param from the live one without it */
export function useDifference(id: string, from: string | undefined): UseQueryResult<PolicyDifference> {
  return useQuery({
    queryKey: [POLICIES, 'difference', id, from],
    queryFn: () => read<PolicyDifference>(`/policies/${id}/difference`, { from }),
  });
}
