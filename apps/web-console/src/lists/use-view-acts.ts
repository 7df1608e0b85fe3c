import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { remove, send } from '../api/call';
import { VIEWS } from '../api/view-queries';
import type { ViewPage, ViewRow } from '../contracts';
import type { Filters } from './filters';

type Kept = Pick<ViewRow, 'name' | 'filters'>;

interface ViewActs {
  readonly keep: (name: string, filters: Filters) => void;
  readonly remove: (view: ViewRow) => void;
  /** What was deleted last, until it is brought back or something else is done. */
  readonly removed: Kept | undefined;
  readonly bringBack: () => void;
  readonly waiting: boolean;
  readonly error: unknown;
  readonly forgetError: () => void;
}

/** Keeps and deletes views of a list; what was deleted can be brought back. */
export function useViewActs(page: ViewPage, onKept: (name: string) => void): ViewActs {
  const queries = useQueryClient();
  const [removed, setRemoved] = useState<Kept>();
  const onSettled = async (): Promise<void> => queries.invalidateQueries({ queryKey: [VIEWS, page] });
  const keeping = useMutation({
    mutationFn: ({ name, filters }: { readonly name: string; readonly filters: Filters }) => send<object>('/views', { page, name, filters }),
    onSuccess: (_, { name }) => {
      setRemoved(undefined);
      onKept(name);
    },
    onSettled,
  });
  const removing = useMutation({
    mutationFn: ({ id }: ViewRow) => remove(`/views/${id}`),
    onSuccess: (_, { name, filters }) => setRemoved({ name, filters }),
    onSettled,
  });
  const forgetError = (): void => {
    keeping.reset();
    removing.reset();
  };
  return {
    keep: (name, filters) => keeping.mutate({ name, filters }),
    remove: (view) => {
      forgetError();
      removing.mutate(view);
    },
    removed,
    bringBack: () => removed && keeping.mutate(removed),
    waiting: keeping.isPending || removing.isPending,
    error: keeping.error ?? removing.error,
    forgetError,
  };
}
