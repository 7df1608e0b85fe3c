import { dateOf, type Day, dayOf } from '#domain/calendar/day';
import type { EnteredFact } from '#domain/points/facts';
import type { PointsReading } from '#domain/points/points-on';
import type { Scheme } from '#domain/points/scheme';
import type { NamedScheme } from '#persistence/points-schemes';
import type { Rows } from '#persistence/transaction';

/** What is kept of one subject under one scheme: a row, or none where nothing counts, waits or follows. */
export interface PointsRow {
  readonly subject: string;
  readonly named: NamedScheme;
  readonly reading: PointsReading;
}

/** Today by the clock of the database. */
export async function todayOf(rows: Rows): Promise<Day> {
  const [row] = await rows.query<{ today: string }>('SELECT console.today()::text AS today');
  return dayOf(row?.today ?? '');
}

/**
 * Whoever reads a subject's points to store them holds this until the transaction ends, so that of an event and an entry at the same
 * moment the later one sees the earlier one. In one order, so that two never wait for each other.
 */
export async function lockPoints(rows: Rows, subjects: readonly string[]): Promise<void> {
  await rows.query(`SELECT pg_advisory_xact_lock(hashtextextended('points ' || subject, 0)) FROM unnest($1::text[]) AS sought (subject)`, [
    [...new Set(subjects)].toSorted(),
  ]);
}

interface EntryRow {
  readonly subject: string;
  readonly scheme: string;
  readonly body: string;
}

/** What people entered about subjects, by subject and scheme. */
export async function readEntries(rows: Rows, subjects: readonly string[]): Promise<(subject: string, scheme: string) => EnteredFact[]> {
  const found = await rows.query<EntryRow>(
    'SELECT subject, scheme, body FROM projector.points_entry WHERE subject = ANY($1::text[]) ORDER BY place',
    [subjects],
  );
  const bySubject = Map.groupBy(found, ({ subject }) => subject);
  return (subject, scheme) =>
    (bySubject.get(subject) ?? []).filter((row) => row.scheme === scheme).map(({ body }) => JSON.parse(body) as EnteredFact);
}

export interface NewEntry {
  readonly subject: string;
  readonly scheme: string;
  readonly body: EnteredFact;
  readonly note: string | null;
  readonly role: string;
  readonly traceId: string;
}

/**
 * Entries are never changed; a mistake is taken back by another one.
 * @returns whether the id was free
 */
export async function keepEntry(rows: Rows, { subject, scheme, body, note, role, traceId }: NewEntry): Promise<boolean> {
  const kept = await rows.query(
    `INSERT INTO projector.points_entry (id, subject, scheme, body, note, role, trace_id) VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (id) DO NOTHING RETURNING 1`,
    [body.id, subject, scheme, JSON.stringify(body), note, role, traceId],
  );
  return kept.length > 0;
}

/** A row where something counts, waits or follows; else none. */
export async function keepPoints(rows: Rows, all: readonly PointsRow[]): Promise<void> {
  const [empty, kept] = [all.filter(isEmpty), all.filter((row) => !isEmpty(row))];
  await rows.query(
    `DELETE FROM projector.points AS gone USING unnest($1::text[], $2::text[]) AS empty (scheme, subject)
      WHERE gone.scheme = empty.scheme AND gone.subject = empty.subject`,
    [empty.map(({ named }) => named.scheme.name), empty.map(({ subject }) => subject)],
  );
  await rows.query(
    `INSERT INTO projector.points (scheme, subject, hash, value, level, threshold, standing, pending, in_force, next_change, read_on)
     SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::smallint[], $6::text[], $7::int[], $8::int[], $9::int[],
                          $10::date[], $11::date[])
     ON CONFLICT (scheme, subject) DO UPDATE SET hash = excluded.hash, value = excluded.value, level = excluded.level,
       threshold = excluded.threshold, standing = excluded.standing, pending = excluded.pending, in_force = excluded.in_force,
       next_change = excluded.next_change, read_on = excluded.read_on`,
    [
      kept.map(({ named }) => named.scheme.name),
      kept.map(({ subject }) => subject),
      kept.map(({ named }) => named.hash),
      kept.map(({ reading }) => reading.value),
      kept.map(({ named, reading }) => levelOf(named.scheme, reading)),
      kept.map(({ reading }) => reading.level?.threshold.key ?? null),
      kept.map(({ reading }) => countOf(reading, 'standing')),
      kept.map(({ reading }) => countOf(reading, 'pending')),
      kept.map(({ reading }) => inForce(reading)),
      kept.map(({ reading: { nextChange } }) => (nextChange === undefined ? null : dateOf(nextChange))),
      kept.map(({ reading }) => dateOf(reading.day)),
    ],
  );
}

const inForce = ({ consequences, day }: PointsReading): number => consequences.filter(({ until }) => until > day).length;

const isEmpty = ({ reading }: PointsRow): boolean => countOf(reading, 'standing') + countOf(reading, 'pending') + inForce(reading) === 0;

const countOf = ({ items }: PointsReading, state: 'standing' | 'pending'): number => items.filter((item) => item.state === state).length;

/** The place of the threshold in the scheme, from 1; 0 where none is met. */
export const levelOf = ({ thresholds }: Scheme, { level }: PointsReading): number =>
  thresholds.findIndex(({ key }) => key === level?.threshold.key) + 1;
