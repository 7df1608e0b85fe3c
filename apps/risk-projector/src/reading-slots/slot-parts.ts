import { RISK_SIGNALS } from '#contracts/topics';
import type { PartitionBounds } from '#messaging/event-log';
import type { Rows } from '#persistence/transaction';
import { type ReadingSlot, SlotTaken } from './reading-slot';

/** The group whose offsets say how far the ledger, and with it the live slot, has come. */
export const LIVE_GROUP = 'risk-projector';

/** How far a slot that is not live has come in one partition. */
export interface SlotPart {
  readonly part: number;
  /** Where filling ends; what comes later is followed. */
  readonly target: number;
  /** A partition is read so many times, each time for another share of its subjects, so that memory stays bounded. */
  readonly passes: number;
  /** How many of them are done. */
  readonly pass: number;
  readonly nextOffset: number;
}

interface PartRow {
  readonly part: number;
  readonly target: string;
  readonly passes: number;
  readonly pass: number;
  readonly next_offset: string;
}

export async function slotParts(rows: Rows, { slot }: Pick<ReadingSlot, 'slot'>): Promise<readonly SlotPart[]> {
  const found = await rows.query<PartRow>(
    'SELECT part, target, passes, pass, next_offset FROM projector.slot_part WHERE slot = $1 ORDER BY part',
    [slot],
  );
  return found.map(({ next_offset: next, target, ...row }) => ({ ...row, target: Number(target), nextOffset: Number(next) }));
}

/** Where the live slot stands, by partition; partitions of which it has read nothing are not there. */
export async function livePositions(rows: Rows): Promise<ReadonlyMap<number, number>> {
  const found = await rows.query<{ part: number; next_offset: string }>(
    'SELECT part, next_offset FROM log.consumer_offset WHERE consumer_group = $1 AND topic = $2',
    [LIVE_GROUP, RISK_SIGNALS],
  );
  return new Map(found.map(({ part, next_offset: next }) => [part, Number(next)]));
}

/** Says once for a filling how far it goes: to where the live slot stands now. */
export async function planParts(rows: Rows, slot: ReadingSlot, bounds: readonly PartitionBounds[], recordsAPass: number): Promise<void> {
  const live = await livePositions(rows);
  const targets = bounds.map(({ partition }) => live.get(partition) ?? 0);
  await rows.query(
    `INSERT INTO projector.slot_part (slot, part, target, passes, pass, read, next_offset)
     SELECT $1, part, target, passes, 0, 0, 0 FROM unnest($2::int[], $3::bigint[], $4::int[]) AS planned (part, target, passes)
     ON CONFLICT DO NOTHING`,
    [slot.slot, bounds.map(({ partition }) => partition), targets, targets.map((target) => Math.max(1, Math.ceil(target / recordsAPass)))],
  );
}

/** @throws SlotTaken when somebody else has done the pass */
export async function endPass(rows: Rows, { slot }: ReadingSlot, { part, pass, passes, target }: SlotPart): Promise<void> {
  const ended = await rows.query(
    `UPDATE projector.slot_part SET pass = $3 + 1, read = $4, next_offset = $5 WHERE slot = $1 AND part = $2 AND pass = $3 RETURNING 1`,
    [slot, part, pass, target * (pass + 1), pass + 1 === passes ? target : 0],
  );
  if (ended.length === 0) throw new SlotTaken(`pass ${pass} of ${part} in slot ${slot} is done already`);
}

/** @throws SlotTaken when somebody else has moved the offset */
export async function advancePart(rows: Rows, { slot }: ReadingSlot, part: number, [from, to]: readonly [number, number]): Promise<void> {
  const moved = await rows.query(
    'UPDATE projector.slot_part SET next_offset = $4 WHERE slot = $1 AND part = $2 AND next_offset = $3 RETURNING 1',
    [slot, part, from, to],
  );
  if (moved.length === 0) throw new SlotTaken(`slot ${slot} is no longer at ${part}@${from}`);
}

/** For people to see; what is stored does not depend on it. */
export async function tellRead(rows: Rows, { slot, filling }: ReadingSlot, part: number, read: number): Promise<void> {
  await rows.query(
    `UPDATE projector.slot_part SET read = $4 WHERE slot = $1 AND part = $3
        AND EXISTS (SELECT FROM projector.slot WHERE slot.slot = $1 AND filling = $2 AND state = 'filling')`,
    [slot, filling, part, read],
  );
}
