import type { Day } from '#domain/calendar/day';

/** One event as its agency would send it, and the day on which the door receives it. */
export interface FedEvent {
  /** Code of the agency. */
  readonly agency: string;
  readonly receivedOn: Day;
  readonly event: Readonly<Record<string, unknown>>;
  /** Broken on purpose: the door is to refuse it. */
  readonly malformed?: true;
  /** Sent before, with the same content. */
  readonly again?: true;
}

/** How another event names this one. */
export const referenceTo = ({ event }: FedEvent): { readonly source: unknown; readonly id: unknown } => ({
  source: event['source'],
  id: event['id'],
});
