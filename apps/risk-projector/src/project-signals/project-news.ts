import type { LedgerFact } from '#domain/risk/known-history';
import type { Policy } from '#domain/risk/policy';
import { EMPTY_STATE, type SubjectState, unpackState } from '#domain/risk/subject-state';
import type { Rows } from '#persistence/transaction';
import { newReading, type NewReading, readStates } from '../reading-slots/reading-rows';
import type { ReadingSlot } from '../reading-slots/reading-slot';
import { readLedgers } from './ledger-rows';
import { type Foldable, type Projected, projectSubject, wantsLedger } from './project-subject';

/** One entry of a fact that was not there before, and whose it is. */
export interface NewsEntry extends Foldable {
  readonly subject: string;
}

export interface ProjectedNews<T extends NewsEntry> {
  readonly projected: readonly Projected<T>[];
  /** The facts from before the news, of those whose news could not be folded without them. */
  readonly ledgers: ReadonlyMap<string, readonly LedgerFact[]>;
}

interface Subject<T> {
  readonly subject: string;
  readonly state: SubjectState;
  readonly blockedBy: string | null;
  readonly placed: T[];
}

/**
 * Folds news onto what stands in a slot; stores nothing.
 * @param news in log order, of one partition, at least one
 */
export async function projectNews<T extends NewsEntry>(
  rows: Rows,
  { slot, policy }: ReadingSlot,
  news: readonly T[],
): Promise<ProjectedNews<T>> {
  const subjects = await subjectsOf(rows, slot, news);
  const folding = subjects
    .filter(({ state, placed, blockedBy }) => blockedBy === null && wantsLedger(state, placed))
    .map(({ subject }) => subject);
  const ledgers = await readLedgers(rows, folding, news[0]?.offset ?? 0, policy);
  const projected = subjects.map((subject) => projectSubject(subject, subject.placed, ledgers.get(subject.subject) ?? [], policy));
  return { projected, ledgers };
}

/** What is to be written of each subject; of one whom nothing has happened to, nothing. */
export function readingsOf(projected: readonly Projected[], policy: Policy): NewReading[] {
  return projected.flatMap(({ subject, state, steps, waiting, blockedBy }) => {
    const lastEvent = steps.at(-1)?.entries.at(-1)?.id ?? waiting.at(-1)?.eventId;
    return lastEvent === undefined ? [] : [newReading({ subject, state, lastEvent, blockedBy }, policy)];
  });
}

async function subjectsOf<T extends NewsEntry>(rows: Rows, slot: ReadingSlot['slot'], news: readonly T[]): Promise<Subject<T>[]> {
  const bySubject = new Map<string, T[]>();
  for (const entry of news) {
    const placed = bySubject.get(entry.subject);
    if (placed) placed.push(entry);
    else bySubject.set(entry.subject, [entry]);
  }
  const stored = new Map((await readStates(rows, slot, [...bySubject.keys()])).map((row) => [row.subject, row]));
  return [...bySubject].map(([subject, placed]) => {
    const row = stored.get(subject);
    return { subject, placed, state: row ? unpackState(row.state) : EMPTY_STATE, blockedBy: row?.blocked_by ?? null };
  });
}
