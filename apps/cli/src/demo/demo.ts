import type { Day } from '#domain/calendar/day';
import { makeCounty } from './county';
import { decideSome } from './decide-some';
import { Door } from './door';
import { makeFeed } from './make-feed';
import { bringSchemeIntoForce, enterSomeMeasures } from './run-points';
import { dayByDay, type Shipment, sideBySide } from './shipments';
import { type Receipt, settled } from './settled';
import { DEMO_PREFIX } from './stories';

const SEED = 20_260_601;
/** When so many of the last events are in the readings, so are those before them. */
const LAST_RECEIPTS = 60;

export interface DemoAsked {
  readonly base: string;
  /** The last day of the two years that are fed. */
  readonly today: Day;
  readonly cadres: number;
}

export interface DemoTold {
  readonly cadres: number;
  readonly sent: number;
  readonly accepted: number;
  /** Of days that their agencies have passed: an earlier call of this command fed them. */
  readonly fedEarlier: number;
  /** Broken on purpose, and refused as they should be. */
  readonly malformed: number;
  /** How many others were refused, by the code of the problem. */
  readonly refused: ReadonlyMap<string, number>;
  readonly candidates: { readonly proposed: number; readonly decided: number };
  /** From the first event to the last one answered, and until its reading can be seen. */
  readonly seconds: { readonly feeding: number; readonly visible: number };
}

/** What has become of the feed so far. */
class Tally {
  sent = 0;
  accepted = 0;
  fedEarlier = 0;
  malformed = 0;
  readonly refused = new Map<string, number>();
  last: readonly Receipt[] = [];

  constructor(private readonly door: Door) {}

  async send(shipment: Shipment): Promise<void> {
    const items = await this.door.send(shipment);
    this.sent += shipment.length;
    if (items === undefined) this.fedEarlier += shipment.length;
    items?.forEach(({ status, receiptId, problem }, at) => {
      const fed = shipment[at];
      if (status === 202) this.accepted += 1;
      else if (fed?.malformed) this.malformed += 1;
      else this.refuse(problem?.code ?? String(status));
      if (fed && receiptId !== undefined && isAboutPerson(fed.event)) {
        this.last = [...this.last.slice(1 - LAST_RECEIPTS), { agency: fed.agency, id: receiptId }];
      }
    });
  }

  private refuse(code: string): void {
    this.refused.set(code, (this.refused.get(code) ?? 0) + 1);
  }
}

const isAboutPerson = (event: Readonly<Record<string, unknown>>): boolean => 'subject' in (event['data'] as object);

/**
 * Reads the demo county in through the same doors as everybody's data, waits until the readings show it, and has demo people decide
 * some candidates and enter some measures. A feed that was broken off goes on where it was when it is called again with the same day: a later day is sent
 * only when all before it were answered, so what lies before an agency's last day is in.
 * @param progress called with what is done and what there is to do
 */
export async function feedDemo({ base, today, cadres }: DemoAsked, progress: (done: number, all: number) => void): Promise<DemoTold> {
  const county = makeCounty(SEED, cadres);
  const door = new Door(base);
  await door.readRegistryIn(county);
  await door.admitAgencies(DEMO_PREFIX);
  await bringSchemeIntoForce(door);
  const feed = [...makeFeed({ county, seed: SEED, today, prefix: DEMO_PREFIX })];
  const tally = new Tally(door);
  const began = performance.now();
  for (const shipments of dayByDay(feed)) {
    await sideBySide(shipments, async (shipment) => tally.send(shipment));
    progress(tally.sent, feed.length);
  }
  const feeding = (performance.now() - began) / 1000;
  await settled(door, tally.last);
  const visible = (performance.now() - began) / 1000;
  const { sent, accepted, fedEarlier, malformed, refused } = tally;
  const candidates = await decideSome(door, today);
  await enterSomeMeasures(door, today);
  return { cadres, sent, accepted, fedEarlier, malformed, refused, candidates, seconds: { feeding, visible } };
}
