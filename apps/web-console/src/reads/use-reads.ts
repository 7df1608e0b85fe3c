import { keepPreviousData, useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { read, send } from '../api/call';
import type { ReadPage, ReadReview } from '../contracts';

const READS = 'reads';
const ROWS_A_PAGE = 50;

export const READ_FILTERS = ['person', 'subject', 'purpose', 'day', 'outcome', 'toReview'] as const;
/** What is asked for, as it stands in the address. */
export type ReadsAsked = Readonly<Partial<Record<(typeof READ_FILTERS)[number] | 'cursor', string>>>;

export function useReads(asked: ReadsAsked): UseQueryResult<ReadPage> {
  return useQuery({
    queryKey: [READS, asked],
    queryFn: () => read<ReadPage>('/reads', { ...asked, limit: ROWS_A_PAGE }),
    placeholderData: keepPreviousData,
  });
}

/** Notes the review of one read, once. */
export function useReadReview(id: string): UseMutationResult<unknown, Error, ReadReview> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (review: ReadReview) => send(`/reads/${id}/review`, review),
    onSuccess: () => queries.invalidateQueries({ queryKey: [READS] }),
  });
}
