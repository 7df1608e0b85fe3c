import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { send } from '../api/call';
import { POINTS } from '../api/points-queries';
import type { EnteredPoints, NewPointsEntry } from '../contracts';

type WithoutId<Entry> = Entry extends unknown ? Omit<Entry, 'id'> : never;

interface Entering {
  readonly enter: (entry: WithoutId<NewPointsEntry>) => void;
  readonly waiting: boolean;
  readonly error: Error | null;
  readonly forgetError: () => void;
}

/** Sends what a person entered; what is sent again after no answer came counts once, for it keeps its id until it was taken. */
export function useEntering(subject: string, onDone: () => void): Entering {
  const queries = useQueryClient();
  const last = useRef<{ readonly said: string; readonly id: string }>(undefined);
  const { mutate, isPending, error, reset } = useMutation<EnteredPoints, Error, WithoutId<NewPointsEntry>>({
    mutationFn: (entry) => {
      const said = JSON.stringify(entry);
      last.current = last.current?.said === said ? last.current : { said, id: crypto.randomUUID() };
      return send<EnteredPoints>(`/points/${encodeURIComponent(subject)}/entries`, { ...entry, id: last.current.id });
    },
    onSuccess: async () => {
      last.current = undefined;
      onDone();
      await queries.invalidateQueries({ queryKey: [POINTS] });
    },
  });
  return { enter: mutate, waiting: isPending, error, forgetError: reset };
}
