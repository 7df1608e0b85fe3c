import { createHash } from 'node:crypto';
import { dateOf, type Day, dayOf } from '#domain/calendar/day';
import { makeCounty } from '../demo/county';
import { Door } from '../demo/door';
import { makeLoad } from '../demo/make-feed';
import { FeedTold } from './feed-told';
import { asFastAsTaken, atRate, LoadSender } from './send-load';

export interface LoadAsked {
  readonly base: string;
  readonly cadres: number;
  readonly events: number;
  readonly seed: number;
  /** Events a second; undefined: as fast as the door takes them. */
  readonly rate: number | undefined;
}

/**
 * The last day of a load: the latest end of June or December. A load that ended today would be another one tomorrow, and could not
 * be gone on with.
 */
export function lastDayOfLoad(today: Day): Day {
  const year = Number(dateOf(today).slice(0, 4));
  const ends = [`${year - 1}-12-31`, `${year}-06-30`, `${year}-12-31`].map(dayOf);
  return ends.findLast((end) => end <= today) ?? today;
}

/** Agencies of its own for each load: theirs are all days and ids of it. */
function prefixOf({ cadres, events, seed }: LoadAsked, until: Day): string {
  const rest = createHash('sha256').update(`${cadres} ${events} ${until}`).digest('hex').slice(0, 8);
  return `F${seed}-${rest}`;
}

export interface Listening {
  readonly progress: (done: number, all: number) => void;
  readonly interruption: AbortSignal;
}

/**
 * Registers a county of its own and feeds it. The same load again registers and sends the same: what was sent before is stored once
 * and counted as duplicate, so a load that was broken off goes on.
 * @returns what became of the events, and the seconds that sending them took
 * @throws Error when the product cannot be reached, or takes no more
 */
export async function feedLoad(
  asked: LoadAsked,
  today: Day,
  { progress, interruption }: Listening,
): Promise<{ readonly told: FeedTold; readonly seconds: number }> {
  const { seed, cadres, events, rate } = asked;
  const until = lastDayOfLoad(today);
  const prefix = prefixOf(asked, until);
  const county = makeCounty(seed, cadres, `f${seed}-${cadres}`);
  const door = new Door(asked.base);
  await door.readRegistryIn(county);
  await door.admitAgencies(prefix);
  const told = new FeedTold();
  const sender = new LoadSender(door, told);
  const send = async (shipment: Parameters<LoadSender['send']>[0]): Promise<void> => {
    await sender.send(shipment);
    progress(told.sent, events);
  };
  const load = makeLoad({ county, seed, today: until, prefix }, events);
  const began = performance.now();
  if (rate === undefined) await asFastAsTaken(load, send, interruption);
  else await atRate(load, rate, { send, lateBy: (ms) => told.beganLate(ms) }, interruption);
  return { told, seconds: (performance.now() - began) / 1000 };
}
