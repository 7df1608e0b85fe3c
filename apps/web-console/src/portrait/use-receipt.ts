import { useMutation } from '@tanstack/react-query';
import { readReceipt, type SubjectAt } from '../api/queries';
import type { ScoreReceipt } from '../contracts';
import { saveJson } from '../parts/save-file';
import type { Why } from '../purpose/why-memory';

const NAMED_BY = 12;

interface Issuing {
  /** Of the reading that is shown, once it was asked for. */
  readonly receipt: ScoreReceipt | undefined;
  readonly issue: () => void;
  readonly waiting: boolean;
  readonly error: unknown;
}

/** Asks for the receipt of a reading and saves it under its digest. */
export function useReceipt(subject: SubjectAt, asOf: string, why: Why): Issuing {
  const { mutate, data, isPending, error } = useMutation({
    mutationFn: () => readReceipt(subject, asOf, why),
    onSuccess: (receipt) => saveJson(`score-receipt-${receipt.digest.slice(0, NAMED_BY)}.json`, JSON.stringify(receipt, null, 2)),
  });
  const isShown = data?.head.subject === subject.subject && data.head.asOf === asOf;
  return { receipt: isShown ? data : undefined, issue: mutate, waiting: isPending, error };
}
