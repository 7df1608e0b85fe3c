import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { stepBack, switchSlots } from '#domain/rebuild/decide-rebuild';
import type { Certified, SlotName, Slots } from '#domain/rebuild/slots';
import type { Database } from '#persistence/database';
import { goLive } from '#persistence/go-live';
import { oddsPolicyNamed } from '#persistence/odds-policies';
import type { Rows, Transaction } from '#persistence/transaction';
import { databaseDay } from '../reading-slots/database-day';
import { holdLive, LONGEST_HOLD_MS } from '../reading-slots/hold-live';
import { slotsThatAre } from '../reading-slots/reading-slot';
import { livePositions, slotParts } from '../reading-slots/slot-parts';
import { readSlots, storeSlots } from '../reading-slots/slot-rows';
import { rereadReadings } from '../reread-readings/reread-readings';
import { certifiedOf, keepSwitch, type SwitchAsked, type Switching } from './keep-switch';
import { settleWaiting } from './settle-waiting';

/** The other slot is too far behind to catch up while the live one stands still. */
export class SlotBehind extends Error {
  override readonly name = 'SlotBehind';
}

/** Records that a slot may be behind when it is asked to go live; it catches up with them in a moment. */
const NEARLY_THERE = 2_000;
const LOOK_AGAIN_MS = 10;

/**
 * Flips which slot is live, and with it the policy, in one transaction: nobody reads an empty list, and no event is lost between the
 * two. The live slot's offsets are held until the other one is there, at most `LONGEST_HOLD_MS`.
 * @returns the id of the switch
 * @throws RebuildRuleBroken; SlotBehind, and then nothing has changed
 */
export async function flipSlots(database: Database, asked: SwitchAsked): Promise<string> {
  const { live } = decide(await readSlots(database), await certifiedOf(database), asked);
  const parts = await nearlyThere(database, live.slot);
  // Lists show numbers of today from the first moment on.
  for (const slot of await slotsThatAre(database, ['ready', 'standby'])) await rereadReadings(database, slot);
  const switchId = randomUUID();
  await database.transaction(async (tx) => {
    const until = performance.now() + LONGEST_HOLD_MS;
    const held = await holdLive(tx, parts);
    await untilThere(tx, live.slot, held, until);
    const before = await readSlots(tx, 'held');
    const after = decide(before, await certifiedOf(tx), asked);
    await flip(tx, { switchId, asked, before, after, held });
  });
  return switchId;
}

function decide(slots: Slots, certified: Certified | undefined, { kind, by }: SwitchAsked): Slots {
  return kind === 'switch' ? switchSlots(slots, certified, by) : stepBack(slots);
}

/** @returns the partitions of the slot */
async function nearlyThere(rows: Rows, slot: SlotName): Promise<readonly number[]> {
  const parts = await slotParts(rows, { slot });
  const live = await livePositions(rows);
  const behind = parts.reduce((sum, { part, nextOffset }) => sum + (live.get(part) ?? 0) - nextOffset, 0);
  if (behind > NEARLY_THERE) throw new SlotBehind(`${behind} records behind`);
  return parts.map(({ part }) => part);
}

/** Whoever follows the log brings the slot there: here is only waited. */
async function untilThere(rows: Rows, slot: SlotName, held: ReadonlyMap<number, number>, until: number): Promise<void> {
  for (;;) {
    const reached = new Map((await slotParts(rows, { slot })).map(({ part, nextOffset }) => [part, nextOffset]));
    if ([...held].every(([part, next]) => (reached.get(part) ?? -1) >= next)) return;
    if (performance.now() > until) throw new SlotBehind('nobody brought it to where the live slot stands');
    await sleep(LOOK_AGAIN_MS);
  }
}

async function flip(tx: Transaction, switching: Switching): Promise<void> {
  const { asked, before, after, held } = switching;
  const policyHash = after.live.policy ?? '';
  await settleWaiting(tx, after.live.slot, (await oddsPolicyNamed(tx, policyHash)).policy);
  await keepSwitch(tx, switching);
  // The slot that was live follows from where it stands; the one that is live now has the offsets of the consumers.
  await tx.query('DELETE FROM projector.slot_part');
  await tx.query(
    `INSERT INTO projector.slot_part (slot, part, target, passes, pass, read, next_offset)
     SELECT $1, part, next, 1, 1, next, next FROM unnest($2::int[], $3::bigint[]) AS stood (part, next)`,
    [before.live.slot, [...held.keys()], [...held.values()]],
  );
  // What is not live any more has to be certified again before it is.
  await tx.query('UPDATE projector.certificate SET void = true WHERE slot = $1', [before.live.slot]);
  await storeSlots(tx, after);
  // Points know by the policy who ranks above whom, and nothing of what waits: the sweep reads all of them anew.
  await tx.query(`UPDATE projector.points_filling SET after = '', done = false`);
  await goLive(tx, policyHash, await databaseDay(tx), asked.by);
}
