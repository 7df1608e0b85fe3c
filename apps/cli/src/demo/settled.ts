import { setTimeout as sleep } from 'node:timers/promises';
import type { Door } from './door';

const LOOK_EVERY_MS = 250;
const PATIENCE_MS = 120_000;
const ON_THE_WAY = ['pending', 'accepted', 'resolved'];

/** An accepted event about a person, as its agency may ask after it. */
export interface Receipt {
  readonly agency: string;
  readonly id: string;
}

/**
 * Waits until the given events are in the readings, or lie before a clerk.
 * @returns false when that takes too long
 */
export async function settled(door: Door, receipts: readonly Receipt[]): Promise<boolean> {
  let open = [...receipts];
  for (const end = Date.now() + PATIENCE_MS; open.length > 0; await sleep(LOOK_EVERY_MS)) {
    if (Date.now() > end) return false;
    const states = await Promise.all(open.map(async ({ agency, id }) => door.stateOf(agency, id)));
    open = open.filter((_, at) => ON_THE_WAY.includes(states[at] ?? 'pending'));
  }
  return true;
}
