import type { RecordBatch } from '#messaging/event-log';
import { parkUnread } from '#messaging/read-batch';
import type { LedgerFact } from '#domain/risk/known-history';
import type { Policy } from '#domain/risk/policy';
import { passesGate } from './announcements';
import { type DecodedFact, decodeFacts } from './decode-facts';
import { movesPoints } from '../keep-points/points-news';
import { rereadPoints } from '../keep-points/read-points';
import { assignmentOf, foldablesOf, placedFact } from '../reading-slots/placed-fact';
import { keepReadings } from '../reading-slots/reading-rows';
import type { ReadingSlot } from '../reading-slots/reading-slot';
import { blockEntries, keepEntries, keyOf, type PlacedEntry, readLedgers } from './ledger-rows';
import { projectNews, readingsOf } from './project-news';
import type { Projected, Step } from './project-subject';
import { SubjectAnnouncements } from './subject-announcements';
import { keepToldAlerts, keepToldGates, nothingTold, policiesOf, readTold } from './told-rows';
import { pointsSchemesInForce } from '#persistence/points-schemes';
import type { Transaction } from '#persistence/transaction';
import type { Sealer } from '#vault/sealer';

export const WRITER = 'risk-projector';

/**
 * Ledger, cells, level and announcements of one batch, inside the transaction that has moved the offset
 * (design: reliability 4.3). Delivered again it changes nothing: the ledger knows its entries.
 */
export async function projectBatch(tx: Transaction, batch: RecordBatch, live: ReadingSlot, sealer: Sealer): Promise<void> {
  const { facts, undecoded } = decodeFacts(batch);
  await parkUnread(tx, batch, undecoded, sealer);
  const entries = facts.flatMap((fact) => placedOf(fact, live.policy));
  if (entries.length === 0) return;
  const fresh = await keepEntries(tx, entries);
  const news = withoutRepeats(entries, fresh);
  if (news.length === 0) return;
  await foldNews(tx, news, live);
}

async function foldNews(tx: Transaction, news: readonly PlacedEntry[], live: ReadingSlot): Promise<void> {
  const { projected, ledgers } = await projectNews(tx, live, news);
  await blockEntries(
    tx,
    projected.flatMap((subject) => subject.waiting),
  );
  await keepReadings(tx, live.slot, readingsOf(projected, live.policy));
  await announce(tx, projected, ledgers, { first: news[0]?.offset ?? 0, policy: live.policy });
  await rereadMovedPoints(tx, news, live.policy);
}

/** Points follow the ledger in the same transaction, where some scheme is live and an entry may move them. */
async function rereadMovedPoints(tx: Transaction, news: readonly PlacedEntry[], policy: Policy): Promise<void> {
  const moved = new Set(news.flatMap(({ subject, entry }) => (entry !== undefined && movesPoints(entry) ? [subject] : [])));
  if (moved.size > 0) await rereadPoints(tx, [...moved], { schemes: await pointsSchemesInForce(tx), policy });
}

function placedOf({ offset, fact }: DecodedFact, policy: Policy): PlacedEntry[] {
  const { subject } = fact;
  const assignment = assignmentOf(fact);
  return foldablesOf(placedFact(offset, fact, policy)).map((entry, place) => {
    return { ...entry, subject, assignment, place, text: JSON.stringify(entry.entry ?? fact) };
  });
}

/** What was not in the ledger, each once, though the log may hold it twice in one batch. */
function withoutRepeats(entries: readonly PlacedEntry[], fresh: Set<string>): PlacedEntry[] {
  return entries.filter((entry) => fresh.delete(keyOf(entry.subject, entry.eventId, entry.assignment)));
}

/**
 * Level edges, passed gates and corrections in log order of their subject. The ledger of a subject is read only where reasons are
 * frozen, what was announced of it only where earlier steps are reopened.
 */
async function announce(
  tx: Transaction,
  projected: readonly Projected[],
  ledgers: ReadonlyMap<string, readonly LedgerFact[]>,
  { first, policy }: { first: number; policy: Policy },
): Promise<void> {
  const subjectsWhere = (isMeant: (step: Step) => boolean): string[] =>
    projected.filter(({ steps }) => steps.some(isMeant)).map(({ subject }) => subject);
  const passing = subjectsWhere(passesGate).filter((subject) => !ledgers.has(subject));
  const read = await readLedgers(tx, passing, first, policy);
  const told = await readTold(
    tx,
    subjectsWhere(({ applied }) => applied.reopens),
  );
  const policies = { live: policy, earlier: await policiesOf(tx, told.values()) };
  const announced = projected.map(({ subject, steps }) => {
    const earlier = ledgers.get(subject) ?? read.get(subject) ?? [];
    const ofSubject = new SubjectAnnouncements(subject, earlier, told.get(subject) ?? nothingTold(), policies);
    for (const step of steps) ofSubject.add(step);
    return ofSubject;
  });
  await keepToldAlerts(
    tx,
    announced.flatMap(({ alerts }) => alerts),
  );
  await keepToldGates(
    tx,
    announced.flatMap(({ gates }) => gates),
  );
  await tx.announce(
    WRITER,
    announced.flatMap(({ events }) => events),
  );
}
