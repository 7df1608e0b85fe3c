import type { Day } from '#domain/calendar/day';
import type { FedEvent } from './fed-event';

/** Events of one agency and day: what one request may hold, since the day of an agency never falls. */
export type Shipment = readonly FedEvent[];

/** As many as a batch may have at the door. */
export const LARGEST_SHIPMENT = 500;

function shipmentsOf(events: readonly FedEvent[], most: number): readonly Shipment[] {
  return [...Map.groupBy(events, ({ agency }) => agency).values()].flatMap((own) =>
    Array.from({ length: Math.ceil(own.length / most) }, (_, at) => own.slice(at * most, (at + 1) * most)),
  );
}

/**
 * Day by day what is sent on it, in the order of the days. Agencies of one day may send side by side; a later day begins when the
 * earlier one is in, so that readings see the days in their order.
 * @param feed in the order of its days
 */
export function* dayByDay(feed: Iterable<FedEvent>, most = LARGEST_SHIPMENT): Generator<readonly Shipment[]> {
  let day: Day | undefined;
  let events: FedEvent[] = [];
  for (const fed of feed) {
    if (day !== undefined && fed.receivedOn !== day) {
      yield shipmentsOf(events, most);
      events = [];
    }
    day = fed.receivedOn;
    events.push(fed);
  }
  if (events.length > 0) yield shipmentsOf(events, most);
}

/** Each agency's shipments one after the other, those of different agencies side by side. */
export async function sideBySide(shipments: readonly Shipment[], send: (shipment: Shipment) => Promise<void>): Promise<void> {
  const lanes = Map.groupBy(shipments, ([first]) => first?.agency);
  await Promise.all(
    [...lanes.values()].map(async (lane) => {
      for (const shipment of lane) await send(shipment);
    }),
  );
}
