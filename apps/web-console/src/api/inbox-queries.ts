import { keepPreviousData, skipToken, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { FoundCadres, SignalCounts, SignalFile, SignalPage, TriageFile, TriagePage } from '../contracts';
import type { Why } from '../purpose/why-memory';
import { read, readFor } from './call';

/** Filters of the inbox; days are those of receipt. */
export interface SignalsAsked {
  readonly channel?: string | undefined;
  readonly type?: string | undefined;
  readonly state?: string | undefined;
  readonly agency?: string | undefined;
  readonly unit?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

const ROWS_A_PAGE = 50;
const ABOUT_ONE = { refetchOnWindowFocus: false } as const;

export const TRIAGE = 'triage';

export function useSignals(asked: SignalsAsked, cursor: string | undefined): UseQueryResult<SignalPage> {
  return useQuery({
    queryKey: ['signals', asked, cursor],
    queryFn: () => read<SignalPage>('/signals', { ...asked, cursor, limit: ROWS_A_PAGE }),
    placeholderData: keepPreviousData,
  });
}

export function useSignalCounts(asked: SignalsAsked): UseQueryResult<SignalCounts> {
  return useQuery({
    queryKey: ['signals', 'counts', asked],
    queryFn: () => read<SignalCounts>('/signals/counts', { ...asked }),
    placeholderData: keepPreviousData,
  });
}

/** One row, whatever the filters of the list. */
export function useSignal(eventId: string): UseQueryResult<SignalPage> {
  return useQuery({ queryKey: ['signals', 'one', eventId], queryFn: () => read<SignalPage>('/signals', { event: eventId, limit: 1 }) });
}

/** @param why without it nothing is asked */
export function useSignalFile(eventId: string, why: Why | undefined): UseQueryResult<SignalFile> {
  return useQuery({
    ...ABOUT_ONE,
    queryKey: ['signals', 'file', eventId],
    queryFn: why === undefined ? skipToken : () => readFor<SignalFile>(why, `/signals/${eventId}`),
  });
}

export function useTriage(cursor: string | undefined): UseQueryResult<TriagePage> {
  return useQuery({
    queryKey: [TRIAGE, 'list', cursor],
    queryFn: () => read<TriagePage>('/triage', { cursor, limit: ROWS_A_PAGE }),
    placeholderData: keepPreviousData,
  });
}

/** Whoever matches an item reads for that item. */
const forItem = (eventId: string): Why => ({ purpose: 'person-matching', task: eventId });

export function useTriageItem(eventId: string): UseQueryResult<TriageFile> {
  return useQuery({
    ...ABOUT_ONE,
    queryKey: [TRIAGE, 'item', eventId],
    queryFn: () => readFor<TriageFile>(forItem(eventId), `/triage/${eventId}`),
  });
}

/** @param name without it nothing is asked */
export function useFoundCadres(eventId: string, name: string | undefined): UseQueryResult<FoundCadres> {
  return useQuery({
    ...ABOUT_ONE,
    queryKey: [TRIAGE, 'cadres', eventId, name],
    queryFn: name === undefined ? skipToken : () => readFor<FoundCadres>(forItem(eventId), `/triage/${eventId}/cadres`, { name }),
  });
}
