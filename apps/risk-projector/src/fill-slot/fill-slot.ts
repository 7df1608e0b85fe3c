import { setImmediate as yieldToOthers } from 'node:timers/promises';
import { RISK_SIGNALS } from '#contracts/topics';
import type { LogRecord, LogScan, PartitionBounds } from '#messaging/event-log';
import { partitionOf } from '#messaging/partition-of';
import type { Database } from '#persistence/database';
import type { Rows } from '#persistence/transaction';
import { decodeFacts } from '../project-signals/decode-facts';
import { foldFacts } from '../reading-slots/fold-facts';
import { keepReadings, newReading, type NewReading } from '../reading-slots/reading-rows';
import { holdSlot, type ReadingSlot } from '../reading-slots/reading-slot';
import { endPass, planParts, type SlotPart, slotParts, tellRead } from '../reading-slots/slot-parts';
import { databaseDay } from '../reading-slots/database-day';
import { SubjectFacts } from './subject-facts';
import { WriteBehind } from './write-behind';

/** What filling a slot works with. None of it can announce anything. */
export interface SlotWork {
  readonly database: Pick<Database, 'query' | 'storeRows'>;
  readonly scan: LogScan;
  readonly slot: ReadingSlot;
  readonly stopping: AbortSignal;
  readonly sizes: FillSizes;
}

/** The result does not depend on them. */
export interface FillSizes {
  /** Facts of so many records are in memory at once. */
  readonly recordsAPass: number;
  /** Rows that go out in one statement. */
  readonly rowsAStatement: number;
}

export const FILL_SIZES: FillSizes = { recordsAPass: 300_000, rowsAStatement: 2_000 };

/** Other work of the process waits no longer than so many folds. */
const FOLDS_AT_ONCE = 50;
const TELL_MS = 500;

/**
 * Fills a slot from the beginning of the log to where the live slot stood: partition by partition, share by share of its subjects,
 * each share gathered in memory and folded in one pass. A share that was broken off begins again and writes the same rows.
 * @throws SlotTaken when the slot was dropped or begun anew meanwhile; LogGap when records are missing; what `stopping` says
 */
export async function fillSlot(work: SlotWork, bounds: readonly PartitionBounds[]): Promise<void> {
  const { database, slot, sizes } = work;
  await database.storeRows(async (rows) => {
    await holdSlot(rows, slot, ['filling']);
    await planParts(rows, slot, bounds, sizes.recordsAPass);
  });
  const parts = await slotParts(database, slot);
  const shares = parts.flatMap((part) =>
    Array.from({ length: part.passes - part.pass }, (_, done) => ({ ...part, pass: part.pass + done })),
  );
  await fillShares(work, shares, bounds.length);
  // Before it can be live: the planner guesses lists by what it knows of both slots.
  await database.query('ANALYZE projector.reading');
  await database.storeRows(async (rows) => {
    await holdSlot(rows, slot, ['filling']);
    await rows.query(`UPDATE projector.slot SET state = 'ready', filled_at = now(), fault = NULL WHERE slot = $1`, [slot.slot]);
  });
}

/** Each share is read while the one before it is folded, and its last rows are written while the one after it is: two are in memory. */
async function fillShares(work: SlotWork, shares: readonly SlotPart[], partitions: number): Promise<void> {
  const failed = new AbortController();
  const stopping = AbortSignal.any([work.stopping, failed.signal]);
  const read = async (share: SlotPart | undefined): Promise<SubjectFacts> =>
    share ? gather({ ...work, stopping }, share, partitions) : new SubjectFacts(work.slot.policy);
  const writing = new WriteBehind();
  let coming = read(shares[0]);
  try {
    for (const [place, share] of shares.entries()) {
      const gathered = await coming;
      coming = read(shares[place + 1]);
      // Told when it is waited for.
      coming.catch(() => undefined);
      await foldShare(work, writing, share, gathered);
    }
  } finally {
    // Whoever begins anew after an error finds nothing under way.
    failed.abort();
    await Promise.allSettled([coming]);
    await writing.end();
  }
}

/** Returns when the last rows of the share, and with them its end, are being written. */
async function foldShare(work: SlotWork, writing: WriteBehind, part: SlotPart, gathered: SubjectFacts): Promise<void> {
  const today = await databaseDay(work.database);
  const { slot, sizes } = work;
  let chunk: NewReading[] = [];
  let folds = 0;
  for (const [subject, facts] of gathered.subjects()) {
    chunk.push(newReading(foldFacts(subject, facts, slot.policy), slot.policy, today));
    if ((folds += 1) % FOLDS_AT_ONCE === 0) await yieldToOthers();
    if (chunk.length < sizes.rowsAStatement) continue;
    const full = chunk;
    chunk = [];
    await writing.next(async () => write(work, full));
  }
  await writing.next(async () => write(work, chunk, async (rows) => endPass(rows, slot, part)));
}

async function write(
  { database, slot, stopping }: SlotWork,
  readings: readonly NewReading[],
  then: (rows: Rows) => Promise<void> = async () => undefined,
): Promise<void> {
  stopping.throwIfAborted();
  await database.storeRows(async (rows) => {
    await holdSlot(rows, slot, ['filling']);
    await keepReadings(rows, slot.slot, readings);
    await then(rows);
  });
}

async function gather(work: SlotWork, share: SlotPart, partitions: number): Promise<SubjectFacts> {
  const { database, scan, slot, stopping } = work;
  const { part, target, pass, passes } = share;
  const gathered = new SubjectFacts(slot.policy);
  let read = target * pass;
  let told = Date.now();
  for await (const page of scan.pages({ partition: part, from: 0, until: target })) {
    stopping.throwIfAborted();
    const records = passes === 1 ? page : page.filter((record) => isOfShare(record, share, partitions));
    const batch = { topic: RISK_SIGNALS, partition: part, group: 'rebuild', records };
    // What cannot be decoded was parked when it came, and is no part of a reading.
    for (const fact of decodeFacts(batch).facts) gathered.add(fact);
    read += page.length;
    if (Date.now() - told < TELL_MS) continue;
    told = Date.now();
    await tellRead(database, slot, part, read);
  }
  return gathered;
}

/** By what of the key's hash does not decide its partition. */
function isOfShare({ key }: LogRecord, { pass, passes }: SlotPart, partitions: number): boolean {
  return key !== null && Math.floor(partitionOf(key, partitions * passes) / partitions) === pass;
}
