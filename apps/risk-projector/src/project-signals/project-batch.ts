import type { RecordBatch } from '#messaging/event-log';
import { parkUnread } from '#messaging/read-batch';
import type { LedgerFact } from '#domain/risk/known-history';
import type { Policy } from '#domain/risk/policy';
import { readOn } from '#domain/risk/reading';
import { EMPTY_STATE, type SubjectState, unpackState } from '#domain/risk/subject-state';
import { NotReadable, entriesOf } from './entry-of-fact';
import { passesGate } from './announcements';
import { type DecodedFact, decodeFacts } from './decode-facts';
import { keepReadings, type NewReading, readStates } from '../reading-slots/reading-rows';
import type { ReadingSlot, SlotName } from '../reading-slots/reading-slot';
import { movesPoints } from '../keep-points/points-news';
import { rereadPoints } from '../keep-points/read-points';
import { blockEntries, keepEntries, keyOf, type PlacedEntry, readLedgers } from './ledger-rows';
import { type Projected, projectSubject, type Step, wantsLedger } from './project-subject';
import { SubjectAnnouncements } from './subject-announcements';
import { keepToldAlerts, keepToldGates, nothingTold, readTold } from './told-rows';
import { pointsSchemesInForce } from '#persistence/points-schemes';
import type { Transaction } from '#persistence/transaction';
import type { Sealer } from '#vault/sealer';

export const WRITER = 'risk-projector';

interface Subject {
  readonly subject: string;
  readonly state: SubjectState;
  readonly blockedBy: string | null;
  readonly placed: PlacedEntry[];
}

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
  await projectNews(tx, news, live);
}

async function projectNews(tx: Transaction, news: readonly PlacedEntry[], { slot, policy }: ReadingSlot): Promise<void> {
  const first = news[0]?.offset ?? 0;
  const subjects = await subjectsOf(tx, slot, news);
  const folding = subjects
    .filter(({ state, placed, blockedBy }) => blockedBy === null && wantsLedger(state, placed))
    .map(({ subject }) => subject);
  const ledgers = await readLedgers(tx, folding, first, policy);
  const projected = subjects.map((subject) => projectSubject(subject, subject.placed, ledgers.get(subject.subject) ?? [], policy));
  await blockEntries(
    tx,
    projected.flatMap((subject) => subject.waiting),
  );
  await keepReadings(
    tx,
    slot,
    projected.flatMap((subject) => readingOf(subject, policy)),
  );
  await announce(tx, projected, ledgers, { first, policy });
  await rereadMovedPoints(tx, news, policy);
}

/** Points follow the ledger in the same transaction, where some scheme is live and an entry may move them. */
async function rereadMovedPoints(tx: Transaction, news: readonly PlacedEntry[], policy: Policy): Promise<void> {
  const moved = new Set(news.flatMap(({ subject, entry }) => (entry !== undefined && movesPoints(entry) ? [subject] : [])));
  if (moved.size > 0) await rereadPoints(tx, [...moved], { schemes: await pointsSchemesInForce(tx), policy });
}

function placedOf({ offset, fact }: DecodedFact, policy: Policy): PlacedEntry[] {
  const assignment = 'assignment' in fact ? fact.assignment : 1;
  try {
    return entriesOf(fact, policy).map((entry, place) => ({
      subject: fact.subject,
      assignment,
      offset,
      place,
      eventId: entry.id,
      entry,
      text: JSON.stringify(entry),
    }));
  } catch (error) {
    if (!(error instanceof NotReadable)) throw error;
    return [{ subject: fact.subject, assignment, offset, place: 0, eventId: fact.eventId, entry: undefined, text: JSON.stringify(fact) }];
  }
}

/** What was not in the ledger, each once, though the log may hold it twice in one batch. */
function withoutRepeats(entries: readonly PlacedEntry[], fresh: Set<string>): PlacedEntry[] {
  return entries.filter((entry) => fresh.delete(keyOf(entry.subject, entry.eventId, entry.assignment)));
}

async function subjectsOf(tx: Transaction, slot: SlotName, news: readonly PlacedEntry[]): Promise<Subject[]> {
  const bySubject = new Map<string, PlacedEntry[]>();
  for (const entry of news) {
    const placed = bySubject.get(entry.subject);
    if (placed) placed.push(entry);
    else bySubject.set(entry.subject, [entry]);
  }
  const stored = new Map((await readStates(tx, slot, [...bySubject.keys()])).map((row) => [row.subject, row]));
  return [...bySubject].map(([subject, placed]) => {
    const row = stored.get(subject);
    return { subject, placed, state: row ? unpackState(row.state) : EMPTY_STATE, blockedBy: row?.blocked_by ?? null };
  });
}

function readingOf({ subject, state, steps, waiting, blockedBy }: Projected, policy: Policy): NewReading[] {
  const lastEvent = steps.at(-1)?.cause ?? waiting.at(-1)?.eventId;
  if (lastEvent === undefined) return [];
  const { E: e, P: p, channels } = readOn(state, state.asOf, policy);
  return [{ subject, state, e, p, channels, lastEvent, blockedBy }];
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
    policy.name,
  );
  const announced = projected.map(({ subject, steps }) => {
    const earlier = ledgers.get(subject) ?? read.get(subject) ?? [];
    const ofSubject = new SubjectAnnouncements(subject, earlier, told.get(subject) ?? nothingTold(), policy);
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
