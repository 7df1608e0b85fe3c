import { randomUUID } from 'node:crypto';
import type { CertificateFindings } from '#contracts/console/rebuild';
import type { Database } from '#persistence/database';
import type { Rows } from '#persistence/transaction';
import { type Following, followLog } from '../follow-log/follow-log';
import { holdLive, LONGEST_HOLD_MS } from '../reading-slots/hold-live';
import { holdSlot, liveSlot } from '../reading-slots/reading-slot';
import { slotParts } from '../reading-slots/slot-parts';
import { rereadReadings } from '../reread-readings/reread-readings';
import { compareSlots } from './compare-slots';

export interface Certifying extends Following {
  readonly database: Pick<Database, 'query' | 'storeRows' | 'readMoment'>;
}

/** Whoever asked for a certificate of the other slot that is not made yet. */
export async function askedBy(rows: Rows, slot: string): Promise<string | undefined> {
  const [row] = await rows.query<{ by: string | null }>('SELECT certificate_asked_by AS by FROM projector.slot WHERE slot = $1', [slot]);
  return row?.by ?? undefined;
}

/**
 * Compares the slot with the ledger and with the live slot, at a moment at which both stand at the same place, and keeps what was
 * found. The live slot waits for that moment, at most `LONGEST_HOLD_MS`, and goes on while the comparing goes on.
 */
export async function certifySlot(certifying: Certifying, by: string): Promise<void> {
  const { database, slot } = certifying;
  const began = performance.now();
  const live = await liveSlot(database);
  // Levels of today are counted, and the sweep may not have come by yet.
  for (const each of [live, slot]) await rereadReadings(database, each);
  await followClosely(certifying);
  const { offsets, compared } = await database.readMoment(async (moment) => {
    const held = await fixMoment(certifying, moment);
    return { offsets: Object.fromEntries(held), compared: await compareSlots(moment, slot, live) };
  });
  const findings: CertificateFindings = { offsets, ...compared, seconds: Math.round((performance.now() - began) / 1_000) };
  const isValid = findings.differences.slot === 0 && findings.digest === findings.recomputed;
  await database.storeRows(async (rows) => {
    await holdSlot(rows, slot, ['ready']);
    await rows.query(
      `INSERT INTO projector.certificate (id, slot, filling, policy, live_policy, asked_by, valid, findings) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [randomUUID(), slot.slot, slot.filling, slot.policyHash, live.policyHash, by, isValid, JSON.stringify(findings)],
    );
    await rows.query('UPDATE projector.slot SET certificate_asked_by = NULL WHERE slot = $1', [slot.slot]);
  });
}

/** Until what comes meanwhile is no longer less than before: then as little as can be is left for the hold, at whatever rate records come. */
async function followClosely(certifying: Certifying): Promise<void> {
  let before = Infinity;
  for (let followed = await followLog(certifying); followed < before; followed = await followLog(certifying)) before = followed;
}

/** @returns where both slots stand in the moment */
async function fixMoment(certifying: Certifying, moment: Rows): Promise<ReadonlyMap<number, number>> {
  const { database, slot, stopping } = certifying;
  const parts = (await slotParts(database, slot)).map(({ part }) => part);
  return database.storeRows(async (rows) => {
    const over = AbortSignal.any([stopping, AbortSignal.timeout(LONGEST_HOLD_MS)]);
    const held = await holdLive(rows, parts);
    // A log that does not answer is not waited for: it is given up with the scan.
    await Promise.race([followLog({ ...certifying, stopping: over }), whenAborted(over)]);
    // The first question says which moment it is.
    await moment.query('SELECT 1');
    return held;
  });
}

async function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, failed) => {
    if (signal.aborted) failed(signal.reason);
    signal.addEventListener('abort', () => failed(signal.reason), { once: true });
  });
}
