import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { change, send } from '../api/call';
import { USERS } from '../api/queries';
import type { HandedOut } from '../contracts';

/** One thing that is done to an account. */
export interface Change {
  /** Below /users/{id}. */
  readonly path: 'active' | 'role' | 'unit' | 'identity' | 'credentials';
  readonly body: object;
  /** The sentence for when it is done. */
  readonly done: string;
}

export interface Changing {
  readonly make: (change: Change) => void;
  readonly waiting: boolean;
  readonly error: unknown;
  /** What was done last. */
  readonly done: string | undefined;
  /** New credentials, this once. */
  readonly handedOut: HandedOut | undefined;
}

/** Changes an account and asks the list anew, also when the system said no: somebody else may have been there before. */
export function useChange(id: string): Changing {
  const queries = useQueryClient();
  const [handedOut, setHandedOut] = useState<HandedOut>();
  const { mutate, isPending, error, data } = useMutation({
    // Nothing of what was handed out stays behind.
    gcTime: 0,
    mutationFn: async ({ path, body, done }: Change): Promise<string> => {
      setHandedOut(undefined);
      const place = `/users/${encodeURIComponent(id)}/${path}`;
      if (path === 'credentials') setHandedOut(await send<HandedOut>(place, body));
      else await change<object>(place, body);
      return done;
    },
    onSettled: () => queries.invalidateQueries({ queryKey: [USERS] }),
  });
  return { make: mutate, waiting: isPending, error, done: data, handedOut };
}
