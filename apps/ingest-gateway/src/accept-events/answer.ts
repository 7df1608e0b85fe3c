import type { Outcome } from './accept-events.command';

/** What a receipt's resource says right after an event was accepted. */
export const acceptedBody = (receiptId: string): Record<string, unknown> => ({ id: receiptId, state: 'accepted' });

/** One event's place in a 207 answer: the status that it would have got alone. */
export function itemOf(outcome: Outcome, index: number): Record<string, unknown> {
  const { id, receiptId, problem } = outcome;
  return { index, id, status: problem?.status ?? 202, receiptId, problem: problem?.toBody() };
}
