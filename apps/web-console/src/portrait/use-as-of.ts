import { useSearchParams } from 'react-router';
import { useExplanation, useReading } from '../api/queries';
import type { Why } from '../purpose/why-memory';

interface AsOf {
  /** The day in the address; undefined for the latest. */
  readonly asOf: string | undefined;
  readonly choose: (day: string | undefined) => void;
  readonly reading: ReturnType<typeof useReading>;
  readonly explanation: ReturnType<typeof useExplanation>;
}

/** The reading of a subject and what it is made of, on the day that the address names. */
export function useAsOf(subject: Parameters<typeof useReading>[0], why: Why): AsOf {
  const [asked, ask] = useSearchParams();
  const asOf = asked.get('asOf') ?? undefined;
  const choose = (day: string | undefined): void => ask(day === undefined ? {} : { asOf: day }, { replace: true });
  return { asOf, choose, reading: useReading(subject, asOf, why), explanation: useExplanation(subject, { asOf }, why) };
}
