import { useMutation, type UseMutationResult, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { change, read, send } from '../api/call';
import { CANDIDATES } from '../api/queries';
import type { CandidateBrakeAnswer, HeldRelease, HeldReleased } from '../contracts';

/** With the candidates: whatever is done to one may change how many are held. */
export function useBrake(): UseQueryResult<CandidateBrakeAnswer> {
  return useQuery({ queryKey: [CANDIDATES, 'brake'], queryFn: () => read<CandidateBrakeAnswer>('/candidate-brake'), staleTime: 0 });
}

export function useRelease(): UseMutationResult<HeldReleased, Error, HeldRelease> {
  return useBrakeAct((asked: HeldRelease) => send<HeldReleased>('/candidate-brake/release', asked));
}

interface NewLimit {
  readonly most: number;
  readonly reason: string;
}

export function useSetLimit(): UseMutationResult<unknown, Error, NewLimit> {
  return useBrakeAct((limit: NewLimit) => change('/candidate-brake', limit));
}

function useBrakeAct<Asked, Answered>(act: (asked: Asked) => Promise<Answered>): UseMutationResult<Answered, Error, Asked> {
  const queries = useQueryClient();
  return useMutation({ mutationFn: act, onSettled: () => queries.invalidateQueries({ queryKey: [CANDIDATES] }) });
}
