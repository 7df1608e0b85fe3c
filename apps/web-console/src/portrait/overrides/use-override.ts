import { useMutation, useQueryClient } from '@tanstack/react-query';
import { send } from '../../api/call';

/** What somebody asks for, or does about one that was asked for. */
export type OverrideAct =
  | { readonly type: 'ask'; readonly subject: string; readonly level: string; readonly until: string; readonly reason: string }
  | { readonly type: 'confirmation'; readonly id: string }
  | { readonly type: 'refusal' | 'lifting'; readonly id: string; readonly reason: string };

interface Overriding {
  readonly act: (act: OverrideAct) => void;
  readonly waiting: boolean;
  readonly error: unknown;
}

/** Nothing is shown before it is true. */
export function useOverride(onDone: () => void): Overriding {
  const queries = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (act: OverrideAct) => sent(act),
    onSuccess: async () => {
      onDone();
      await queries.invalidateQueries({ queryKey: ['explanation'] });
    },
  });
  return { act: mutate, waiting: isPending, error };
}

function sent(act: OverrideAct): Promise<object> {
  if (act.type === 'ask') {
    const { subject, level, until, reason } = act;
    return send('/overrides', { subject, level, until, reason });
  }
  return send(`/overrides/${act.id}/${act.type}`, act.type === 'confirmation' ? {} : { reason: act.reason });
}
