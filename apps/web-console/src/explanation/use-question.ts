import { useSearchParams } from 'react-router';
import type { DaysAsked } from '../api/queries';

type Asked = DaysAsked & {
  /** The item that is left out. */
  readonly without?: string | undefined;
};

interface ExplanationQuestion {
  readonly asked: Asked;
  /** Changes a part of the question; undefined takes it out. */
  readonly ask: (change: Asked) => void;
}

const PARTS = ['asOf', 'knownOn', 'without'] as const;

/** The days and the item that the address names, so that a link leads to what was seen. */
export function useQuestion(): ExplanationQuestion {
  const [params, setParams] = useSearchParams();
  const asked: Asked = Object.fromEntries(PARTS.flatMap((part) => (params.has(part) ? [[part, params.get(part)]] : [])));
  const ask = (change: Asked): void => {
    const told = Object.entries({ ...asked, ...change }).filter((entry): entry is [string, string] => entry[1] !== undefined);
    setParams(Object.fromEntries(told), { replace: true });
  };
  return { asked, ask };
}
