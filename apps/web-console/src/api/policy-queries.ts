import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { PolicyDifference, PolicyFile, PolicyPage } from '../contracts';
import { read } from './call';

export interface PoliciesAsked {
  readonly kind?: string | undefined;
  readonly state?: string | undefined;
  readonly cursor?: string | undefined;
}

const ROWS_A_PAGE = 50;

export const POLICIES = 'policies';
export const policyKey = (id: string): readonly unknown[] => [POLICIES, 'one', id];

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

/** @param from the live one without it */
export function useDifference(id: string, from: string | undefined): UseQueryResult<PolicyDifference> {
  return useQuery({
    queryKey: [POLICIES, 'difference', id, from],
    queryFn: () => read<PolicyDifference>(`/policies/${id}/difference`, { from }),
  });
}
