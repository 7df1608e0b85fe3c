import { useMutation, useQueryClient } from '@tanstack/react-query';
import { readFor, send } from '../api/call';
import { CANDIDATES } from '../api/queries';
import type { CandidateFile, CandidatePage, CandidateState } from '../contracts';
import type { Why } from '../purpose/why-memory';
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
export function useCandidateAct(candidate: CandidateFile, why: Why, onAnswer: (answer: Answer) => void): Acting {
  const queries = useQueryClient();
  const show = (state: CandidateState): void => {
    queries.setQueriesData<Shown>({ queryKey: [CANDIDATES] }, (shown) => shown && withState(shown, candidate.id, state));
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
      const now = await presentState(candidate.id, why);
      onAnswer(answerOfFailure({ name, from }, error, now, new Date().toISOString()));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: [CANDIDATES] }),
  });
  return { act: mutate, waiting: isPending, state: isPending ? variables.from : candidate.state };
}

/** What pages hold of candidates: a list, or one. */
type Shown = CandidatePage | CandidateFile;

function withState(shown: Shown, id: string, state: CandidateState): Shown {
  if ('items' in shown) return { ...shown, items: shown.items.map((row) => (row.id === id ? { ...row, state } : row)) };
  return shown.id === id ? { ...shown, state } : shown;
}

async function presentState(id: string, why: Why): Promise<CandidateFile | undefined> {
  try {
    return await readFor<CandidateFile>(why, `/candidates/${id}`);
  } catch {
    return undefined;
  }
}
