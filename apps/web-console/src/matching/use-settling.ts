import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ApiProblem } from '../api/api-problem';
import { send } from '../api/call';
import { TRIAGE } from '../api/inbox-queries';
import { fill } from '../parts/fill';
import { textsOf } from '../texts/texts';

const texts = textsOf('matching');

/** One answer of a clerk to an item. */
export interface Settling {
  /** Below /triage/{eventId}. */
  readonly path: 'assignment' | 'refusal';
  readonly body: object;
  /** Whom it names. */
  readonly name: string;
}

/** What the system said to it. */
export interface Said {
  readonly done: boolean;
  readonly sentence: string;
  readonly code: string | undefined;
}

interface Answered {
  readonly state: 'settled' | 'proposed' | 'refused';
  readonly released?: number;
}

export function saidOf({ state, released = 0 }: Answered, name: string): Said {
  const more = released > 0 ? fill(texts.released, { count: released }) : '';
  return { done: true, sentence: fill(texts.done[state], { name, released: more }), code: undefined };
}

export function saidOfFailure(error: unknown): Said {
  const { detail, code } = ApiProblem.from(error);
  return { done: false, sentence: fill(texts.failed, { detail }), code };
}

/** Nothing is shown before it is true: what is settled here cannot be undone. */
export function useSettling(eventId: string, onSaid: (said: Said) => void): { settle: (settling: Settling) => void; waiting: boolean } {
  const queries = useQueryClient();
  const { mutate, isPending } = useMutation({
    mutationFn: ({ path, body }: Settling) => send<Answered>(`/triage/${eventId}/${path}`, body),
    onSuccess: (answered, { name }) => onSaid(saidOf(answered, name)),
    onError: (error) => onSaid(saidOfFailure(error)),
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: [TRIAGE] });
      await queries.invalidateQueries({ queryKey: ['signals'] });
    },
  });
  return { settle: mutate, waiting: isPending };
}
