import { setTimeout as sleep } from 'node:timers/promises';
import { eventIdOf } from '#platform/event-id';
import type { Door } from '../demo/door';
import type { FedEvent } from '../demo/fed-event';
import { dayByDay, type Shipment, sideBySide } from '../demo/shipments';
import type { FeedTold } from './feed-told';

/** Later than this after its time a request is told as late. */
const LATE_MS = 100;

const receiptIdOf = ({ event }: FedEvent): string => eventIdOf(String(event['source']), String(event['id']));

/** Sends shipments, and counts what became of their events. */
export class LoadSender {
  /** Agencies of which nothing that is still to come was sent before. */
  private readonly fresh = new Set<string>();

  constructor(
    private readonly door: Door,
    private readonly told: FeedTold,
  ) {}

  async send(shipment: Shipment): Promise<void> {
    const before = await this.sentBefore(shipment);
    const began = performance.now();
    const items = await this.door.send(shipment);
    this.told.answeredIn(performance.now() - began);
    // Its agency has passed the day: an earlier run sent it.
    if (items === undefined) this.told.duplicates += shipment.length;
    items?.forEach(({ status, problem }, at) => {
      const fed = shipment[at];
      if (status !== 202) this.told.refuse(problem?.code ?? String(status));
      else if (fed?.again || (fed && before.has(fed))) this.told.duplicates += 1;
      else this.told.accepted += 1;
    });
  }

  /** What an earlier run left at the door. The first event that the door does not know ends the looking for its agency. */
  private async sentBefore(shipment: Shipment): Promise<ReadonlySet<FedEvent>> {
    const wellFormed = shipment.filter(({ malformed, again }) => !malformed && !again);
    const [first] = wellFormed;
    if (first === undefined || this.fresh.has(first.agency)) return new Set();
    if (!(await this.isKnown(first))) {
      this.fresh.add(first.agency);
      return new Set();
    }
    const last = wellFormed.at(-1);
    if (last && (await this.isKnown(last))) return new Set(wellFormed);
    const known = await Promise.all(wellFormed.map(async (fed) => this.isKnown(fed)));
    return new Set(wellFormed.filter((_, at) => known[at]));
  }

  private async isKnown(fed: FedEvent): Promise<boolean> {
    return (await this.door.stateOf(fed.agency, receiptIdOf(fed))) !== undefined;
  }
}

type Send = (shipment: Shipment) => Promise<void>;

/** As fast as the door takes them, a day after the other. */
export async function asFastAsTaken(load: Iterable<FedEvent>, send: Send, interruption: AbortSignal): Promise<void> {
  for (const shipments of dayByDay(load)) {
    if (interruption.aborted) return;
    await sideBySide(shipments, send);
  }
}

/**
 * So many events a second by the clock, whether the door keeps up or not: a slow answer delays nothing but what follows it of its
 * own agency, whose days may not fall.
 * @param lateBy hears how many ms after its time a request began, when that is worth telling
 */
export async function atRate(
  load: Iterable<FedEvent>,
  perSecond: number,
  { send, lateBy }: { readonly send: Send; readonly lateBy: (ms: number) => void },
  interruption: AbortSignal,
): Promise<void> {
  const lanes = new Map<string, Promise<void>>();
  const failures: unknown[] = [];
  const began = performance.now();
  const take = async (shipment: Shipment, due: number, earlier: Promise<void> | undefined): Promise<void> => {
    await earlier;
    if (interruption.aborted || failures.length > 0) return;
    const late = performance.now() - due;
    if (late > LATE_MS) lateBy(late);
    await send(shipment).catch((error: unknown) => failures.push(error));
  };
  let events = 0;
  for (const shipment of shipmentsAt(load, perSecond)) {
    if (interruption.aborted || failures.length > 0) break;
    events += shipment.length;
    const due = began + (events / perSecond) * 1000;
    await sleep(Math.max(0, due - performance.now()), undefined, { signal: interruption }).catch(() => undefined);
    const agency = shipment[0]?.agency ?? '';
    lanes.set(agency, take(shipment, due, lanes.get(agency)));
  }
  await Promise.all(lanes.values());
  if (failures.length > 0) throw failures[0];
}

/** No longer than what comes within the time that nobody calls late. */
function* shipmentsAt(load: Iterable<FedEvent>, perSecond: number): Generator<Shipment> {
  for (const shipments of dayByDay(load, Math.max(1, Math.floor((perSecond * LATE_MS) / 1000)))) yield* shipments;
}
