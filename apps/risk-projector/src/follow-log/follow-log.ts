import type { RiskFact } from '#contracts/risk/risk-facts';
import { RISK_SIGNALS } from '#contracts/topics';
import type { Policy } from '#domain/risk/policy';
import type { LogRecord, LogScan } from '#messaging/event-log';
import { Permits } from '#messaging/permits';
import type { Database } from '#persistence/database';
import type { Rows } from '#persistence/transaction';
import { type DecodedFact, decodeFacts } from '../project-signals/decode-facts';
import { type NewsEntry, projectNews, readingsOf } from '../project-signals/project-news';
import { assignmentOf, foldablesOf, placedFact } from '../reading-slots/placed-fact';
import { keepReadings } from '../reading-slots/reading-rows';
import { holdSlot, type ReadingSlot } from '../reading-slots/reading-slot';
import { advancePart, livePositions, type SlotPart, slotParts } from '../reading-slots/slot-parts';

/** Partitions that are written at once: while the live slot is held its batches wait, each with a connection of its own. */
const WRITTEN_AT_ONCE = 3;

/** What following works with. None of it can announce anything. */
export interface Following {
  readonly database: Pick<Database, 'query' | 'storeRows'>;
  readonly scan: LogScan;
  readonly slot: ReadingSlot;
  readonly stopping: AbortSignal;
  /** Records that are folded in one transaction; the result does not depend on it. */
  readonly recordsAtOnce: number;
}

/**
 * Brings a slot that is not live to where the live slot stands: never beyond, since what has come before an event is read from the
 * ledger, which the live slot's events go into first. All partitions are read at once, since each would cost a wait of its own.
 * @returns how many records were read
 * @throws SlotTaken, LogGap, LogUnavailable, what `stopping` says
 */
export async function followLog(following: Following): Promise<number> {
  const { database, slot } = following;
  const live = await livePositions(database);
  const writing = new Permits(WRITTEN_AT_ONCE);
  const parts = (await slotParts(database, slot)).map(async (part) => followPart(following, part, live.get(part.part) ?? 0, writing));
  let followed = 0;
  // All have ended before any failure is told, so that nobody writes any more when somebody tries again.
  for (const outcome of await Promise.allSettled(parts)) {
    if (outcome.status === 'rejected') throw outcome.reason;
    followed += outcome.value;
  }
  return followed;
}

async function followPart(following: Following, { part, nextOffset }: SlotPart, until: number, writing: Permits): Promise<number> {
  let followed = 0;
  for await (const page of following.scan.pages({ partition: part, from: nextOffset, until })) {
    for (let start = 0; start < page.length; start += following.recordsAtOnce) {
      await writing.with(async () => followBatch(following, part, page.slice(start, start + following.recordsAtOnce)));
    }
    followed += page.length;
  }
  return followed;
}

async function followBatch({ database, slot, stopping }: Following, partition: number, records: readonly LogRecord[]): Promise<void> {
  stopping.throwIfAborted();
  const first = records[0]?.offset ?? 0;
  const { facts } = decodeFacts({ topic: RISK_SIGNALS, partition, group: 'rebuild', records });
  await database.storeRows(async (rows) => {
    await holdSlot(rows, slot, ['ready', 'standby']);
    await advancePart(rows, slot, partition, [first, first + records.length]);
    const news = (await firstOnly(rows, facts)).flatMap(({ offset, fact }) => newsOf(offset, fact, slot.policy));
    if (news.length === 0) return;
    const { projected } = await projectNews(rows, slot, news);
    await keepReadings(rows, slot.slot, readingsOf(projected, slot.policy));
  });
}

/** What was in the log before, the ledger knows under an earlier offset. */
async function firstOnly(rows: Rows, facts: readonly DecodedFact[]): Promise<readonly DecodedFact[]> {
  const found = await rows.query<{ place: number }>(
    `SELECT given.place::int AS place
       FROM unnest($1::text[], $2::uuid[], $3::int[], $4::bigint[]) WITH ORDINALITY AS given (subject, event_id, assignment, log_offset, place)
       JOIN projector.ledger USING (subject, event_id, assignment, log_offset)`,
    [
      facts.map(({ fact }) => fact.subject),
      facts.map(({ fact }) => fact.eventId),
      facts.map(({ fact }) => assignmentOf(fact)),
      facts.map(({ offset }) => offset),
    ],
  );
  const first = new Set(found.map(({ place }) => place));
  return facts.filter((_, place) => first.has(place + 1));
}

const newsOf = (offset: number, fact: RiskFact, policy: Policy): NewsEntry[] =>
  foldablesOf(placedFact(offset, fact, policy)).map((entry) => ({ ...entry, subject: fact.subject }));
