import { useMutation, useQueryClient } from '@tanstack/react-query';
import { send } from '../../api/call';

/** What a person says of the signals chosen, or takes back. */
export type JoiningAct =
  | { readonly kind: 'link'; readonly subject: string; readonly signals: readonly string[]; readonly reason: string }
  | {
      readonly kind: 'campaign';
      readonly subject: string;
      readonly signals: readonly string[];
      readonly texts: number;
      readonly accounts: number;
      readonly reason: string;
    }
  | { readonly kind: 'undoing'; readonly id: string; readonly reason: string };

interface Joining {
  readonly act: (act: JoiningAct) => void;
  readonly waiting: boolean;
  readonly error: unknown;
  readonly forgetError: () => void;
}

/** The reading takes a moment to follow. */
const FOLLOWS_AFTER = 1_500;

/** Shows what is on record at once, and the reading when it has followed. */
export function useJoining(onDone: () => void): Joining {
  const queries = useQueryClient();
  const readAgain = async (): Promise<void> => {
    await queries.invalidateQueries({ queryKey: ['explanation'] });
    await queries.invalidateQueries({ queryKey: ['reading'] });
  };
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: (act: JoiningAct) => (act.kind === 'undoing' ? send(`/joinings/${act.id}/undoing`, { reason: act.reason }) : send('/joinings', act)),
    onSuccess: async () => {
      onDone();
      await readAgain();
      setTimeout(() => void readAgain(), FOLLOWS_AFTER);
    },
  });
  return { act: mutate, waiting: isPending, error, forgetError: reset };
}
