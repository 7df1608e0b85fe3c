import { skipToken, useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { read, readFor, send } from '../api/call';
import type { FoundCadres, MoveRows } from '../contracts';

/** Whom signals are really about; null: to be matched anew. */
export type MoveTarget = { readonly cadreId: string } | { readonly unitCode: string } | null;

export type MoveAct =
  | { readonly kind: 'asking'; readonly signals: readonly string[]; readonly to: MoveTarget; readonly reason: string }
  | { readonly kind: 'confirming'; readonly id: string }
  | { readonly kind: 'refusing'; readonly id: string; readonly reason: string };

interface Moving {
  readonly act: (act: MoveAct) => void;
  readonly waiting: boolean;
  readonly error: unknown;
}

/** The moves of one signal, decided ones too. */
export function useMoves(signal: string): UseQueryResult<MoveRows> {
  return useQuery({ queryKey: ['signals', 'moves', signal], queryFn: () => read<MoveRows>('/moves', { signal }) });
}

/** @param name without it nothing is asked */
export function useRightCadres(eventId: string, name: string | undefined, reason: string): UseQueryResult<FoundCadres> {
  const why = { purpose: 'daily-supervision', reason } as const;
  return useQuery({
    refetchOnWindowFocus: false,
    queryKey: ['signals', 'right-cadres', eventId, name],
    queryFn: name === undefined ? skipToken : () => readFor<FoundCadres>(why, `/moves/${eventId}/cadres`, { name }),
  });
}

const sent = async (act: MoveAct): Promise<unknown> => {
  switch (act.kind) {
    case 'asking':
      return send('/moves', { signals: act.signals, to: act.to, reason: act.reason });
    case 'confirming':
      return send(`/moves/${act.id}/confirmation`, {});
    case 'refusing':
      return send(`/moves/${act.id}/refusal`, { reason: act.reason });
  }
};

export function useMoving(onDone: () => void): Moving {
  const queries = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: sent,
    onSuccess: onDone,
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: ['signals'] });
      await queries.invalidateQueries({ queryKey: ['desk'] });
      await queries.invalidateQueries({ queryKey: ['triage'] });
    },
  });
  return { act: mutate, waiting: isPending, error };
}
