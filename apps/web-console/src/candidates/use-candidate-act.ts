import { useMutation, useQueryClient } from '@tanstack/react-query';
import { read, send } from '../api/call';
import { CANDIDATES } from '../api/queries';
import type { CandidatePage, CandidateRow, CandidateState } from '../contracts';
import { answerOfFailure, answerOfSuccess, type Answer } from './answer';

/** One thing that a person does to a candidate. */
export interface Act {
  /** As it is called in the answer. */
  readonly name: string;
  /** Below /candidates/{id}. */
  readonly path: string;
  readonly body: object;
  readonly from: CandidateState;
  /** The state that is shown at once, before the answer. */
  readonly leadsTo: CandidateState;
}

interface Acting {
  readonly act: (act: Act) => void;
  readonly waiting: boolean;
  /** The state to act on: while an answer is awaited, the one before, so that what was written is not lost. */
  readonly state: CandidateState;
}

/** Shows the new state at once; when the system says otherwise, puts back what is true and tells it in words. */
export function useCandidateAct(candidate: CandidateRow, onAnswer: (answer: Answer) => void): Acting {
  const queries = useQueryClient();
  const show = (state: CandidateState): void => {
    queries.setQueriesData<CandidatePage>({ queryKey: [CANDIDATES] }, (page) => page && withState(page, candidate.id, state));
  };
  const { mutate, isPending, variables } = useMutation({
    mutationFn: ({ path, body }: Act) => send<{ state: CandidateState }>(`/candidates/${candidate.id}/${path}`, body),
    onMutate: async ({ leadsTo }) => {
      await queries.cancelQueries({ queryKey: [CANDIDATES] });
      show(leadsTo);
    },
    onSuccess: ({ state }, { name }) => onAnswer(answerOfSuccess(name, state, new Date().toISOString())),
    onError: async (error, { name, from }) => {
      show(from);
      const now = await presentState(candidate);
      onAnswer(answerOfFailure({ name, from }, error, now, new Date().toISOString()));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: [CANDIDATES] }),
  });
  return { act: mutate, waiting: isPending, state: isPending ? variables.from : candidate.state };
}

function withState(page: CandidatePage, id: string, state: CandidateState): CandidatePage {
  return { ...page, items: page.items.map((row) => (row.id === id ? { ...row, state } : row)) };
}

async function presentState({ id, cadreId }: CandidateRow): Promise<CandidateRow | undefined> {
  try {
    const page = await read<CandidatePage>('/candidates', { cadre: cadreId });
    return page.items.find((row) => row.id === id);
  } catch {
    return undefined;
  }
}
