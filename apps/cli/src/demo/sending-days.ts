import type { Day } from '#domain/calendar/day';
import { codeOf, DEMO_AGENCIES } from './agencies';
import type { FedEvent } from './fed-event';

/** Day 0 was a Saturday. */
const isFriday = (day: Day): boolean => (day + 1) % 7 === 0;

/**
 * The same events, those of an agency that sends once a week held back until Friday; what is left goes on the last day.
 * @param feed in the order of its days
 */
export function* onSendingDays(
  feed: Iterable<FedEvent>,
  { prefix, today }: { readonly prefix: string; readonly today: Day },
): Generator<FedEvent> {
  const weekly = new Set(DEMO_AGENCIES.flatMap((agency) => (agency.weekly ? codeOf(prefix, agency.key) : [])));
  let held: FedEvent[] = [];
  let day: Day | undefined;
  const release = function* (on: Day): Generator<FedEvent> {
    const isDue = ({ agency }: FedEvent): boolean => on === today || isFriday(on) || !weekly.has(agency);
    const due = held.filter(isDue);
    held = held.filter((fed) => !isDue(fed));
    for (const fed of due) yield { ...fed, receivedOn: on };
  };
  for (const fed of feed) {
    for (; day !== undefined && day < fed.receivedOn; day += 1) yield* release(day);
    day = fed.receivedOn;
    held.push(fed);
  }
  yield* release(today);
}
