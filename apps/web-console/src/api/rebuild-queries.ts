import { keepPreviousData, useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import type { PolicyReviewPage, RebuildAnswer } from '../contracts';
import { read, send } from './call';

const REBUILD = 'rebuild';
const REVIEWS = 'policy-reviews';

const WORKING_MS = 1_000;
const RESTING_MS = 5_000;
const ROWS_A_PAGE = 50;

const isWorking = ({ other }: RebuildAnswer): boolean => other.state === 'filling' || other.certificateAskedBy !== null;

/** How the two slots stand; asked anew every second while one is worked on, every five otherwise. */
export function useRebuild(): UseQueryResult<RebuildAnswer> {
  return useQuery({
    queryKey: [REBUILD],
    queryFn: () => read<RebuildAnswer>('/rebuild'),
    refetchInterval: ({ state: { data } }) => (data !== undefined && isWorking(data) ? WORKING_MS : RESTING_MS),
    staleTime: 0,
  });
}

/** One thing that a person decides about the other slot. */
export interface RebuildAct {
  /** Below /rebuild. */
  readonly path: '' | '/certificate' | '/switch' | '/back' | '/drop';
  readonly body: object;
}

/** Does it and shows how the slots stand after it; a switch changes what every page shows. */
export function useRebuildAct(): UseMutationResult<RebuildAnswer, Error, RebuildAct> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ path, body }: RebuildAct) => send<RebuildAnswer>(`/rebuild${path}`, body),
    onSuccess: async (answer, { path }) => {
      queries.setQueryData([REBUILD], answer);
      if (path === '/switch' || path === '/back') await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== REBUILD });
    },
    onError: () => queries.invalidateQueries({ queryKey: [REBUILD] }),
  });
}

export interface ReviewsAsked {
  readonly state?: string | undefined;
  readonly cursor?: string | undefined;
}

export function usePolicyReviews(asked: ReviewsAsked): UseQueryResult<PolicyReviewPage> {
  return useQuery({
    queryKey: [REVIEWS, asked],
    queryFn: () => read<PolicyReviewPage>('/policy-reviews', { ...asked, limit: ROWS_A_PAGE }),
    placeholderData: keepPreviousData,
  });
}

/** Notes what somebody who has looked found, once. */
export function useSettling(id: string): UseMutationResult<unknown, Error, { readonly note: string }> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (found: { readonly note: string }) => send(`/policy-reviews/${id}/settlement`, found),
    onSuccess: () => queries.invalidateQueries({ queryKey: [REVIEWS] }),
  });
}
