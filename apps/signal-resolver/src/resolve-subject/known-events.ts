import { subjectOf } from '#domain/identity/subject';
import type { Transaction } from '#persistence/transaction';
import type { Sealer } from '#vault/sealer';
import { KnownPeople } from './known-people';
import { knownPlaces } from './known-places';
import { managedHigher } from './managed-higher';
import { isPersonal, type Message } from './message';
import { openMessage } from './sealed-message';
import type { KnownEvent } from './ground';
import { Resolution } from './resolution';

interface EventRow {
  readonly event_id: string;
  readonly source: string;
  readonly state: KnownEvent['state'] | 'waiting';
  readonly subject: string | null;
  readonly corrects: string | null;
  readonly successor: string | null;
  readonly assignment: number;
  readonly taken_from: string[] | null;
}

/**
 * What of the given events is known, in the state in which it is. An event that was corrected brings what came in its place; a
 * correction in triage brings the event that it corrects.
 */
async function knownEvents(tx: Transaction, ids: readonly string[]): Promise<readonly EventRow[]> {
  return tx.query<EventRow>(
    `WITH RECURSIVE chain AS (
       SELECT unnest($1::uuid[]) AS event_id
       UNION SELECT signal.successor FROM chain JOIN resolver.signal signal USING (event_id) WHERE signal.successor IS NOT NULL
     ), asked AS (
       SELECT event_id FROM chain
       UNION SELECT corrects FROM chain JOIN resolver.triage USING (event_id) WHERE state = 'open' AND corrects IS NOT NULL
     )
     SELECT signal.event_id, signal.source, signal.state, signal.subject, triage.corrects, signal.successor, signal.assignment,
            CASE WHEN signal.assignment > 1
                 THEN ARRAY(SELECT move.subject FROM resolver.move WHERE move.confirmed AND move.signals @> ARRAY[signal.event_id]) END AS taken_from
       FROM asked JOIN resolver.signal signal USING (event_id)
       LEFT JOIN resolver.triage triage ON triage.event_id = signal.event_id AND triage.state = 'open'
     UNION ALL
     SELECT event_id, '', 'waiting', NULL, NULL, NULL, 1, NULL FROM resolver.waiting WHERE event_id = ANY($1::uuid[])`,
    [ids],
  );
}

/** What waits for the given events, and what waits for that in turn, in the order in which it came. */
async function waitingFor(tx: Transaction, ids: readonly string[], sealer: Sealer): Promise<readonly Message[]> {
  const rows = await tx.query<{ event_id: string; sealed: Buffer }>(
    `WITH RECURSIVE tree AS (
       SELECT event_id FROM resolver.waiting WHERE awaits = ANY($1::uuid[])
       UNION
       SELECT next.event_id FROM resolver.waiting next JOIN tree ON next.awaits = tree.event_id
     )
     SELECT waiting.event_id, waiting.sealed FROM resolver.waiting waiting JOIN tree USING (event_id) ORDER BY waiting.id`,
    [ids],
  );
  return rows.map(({ event_id, sealed }) => openMessage(sealer, 'waiting', event_id, sealed));
}

async function factorsOf(tx: Transaction, codes: readonly string[]): Promise<Map<string, readonly string[]>> {
  if (codes.length === 0) return new Map();
  const rows = await tx.query<{ code: string; factors: string[] }>('SELECT code, factors FROM resolver.post WHERE code = ANY($1::text[])', [
    [...new Set(codes)],
  ]);
  return new Map(rows.map(({ code, factors }) => [code, factors]));
}

/** What a decision is about beside messages: events, and subjects whom it names. */
interface AlsoMeant {
  readonly events?: readonly string[];
  readonly subjects?: readonly string[];
}

/** Reads, in a few queries for all of them, what the messages and the events that they name are resolved with. */
export async function beginResolution(
  tx: Transaction,
  sealer: Sealer,
  messages: readonly Message[],
  { events = [], subjects = [] }: AlsoMeant = {},
): Promise<Resolution> {
  const own = messages.map(({ record }) => record.eventId);
  const ids = [...new Set([...own, ...events, ...messages.flatMap(({ awaits }) => awaits ?? [])])];
  const rows = await knownEvents(tx, ids);
  const waiting = await waitingFor(tx, ids, sealer);
  const personal = [...messages, ...waiting].filter(isPersonal);
  const people = await KnownPeople.namedIn(tx, personal);
  const known = rows.flatMap(({ subject }) => subject ?? []);
  return new Resolution({
    events: rows.flatMap((row) => (row.state === 'waiting' ? [] : [knownEvent(row, row.state)])),
    successors: new Map(rows.flatMap(({ event_id, successor }) => (successor === null ? [] : [[event_id, successor]]))),
    waitingIds: new Set(rows.filter(({ state }) => state === 'waiting').map(({ event_id }) => event_id)),
    waiting,
    people,
    movedUp: await managedHigher(tx, known),
    posts: await factorsOf(
      tx,
      personal.flatMap((message) => (message.kind === 'signal' ? [] : message.postCode)),
    ),
    places: await knownPlaces(tx, [...messages, ...waiting], () => [
      ...subjects,
      ...known,
      ...personal.flatMap((message) => subjectOf(people.identify(message)) ?? []),
    ]),
  });
}

function knownEvent(row: EventRow, state: KnownEvent['state']): KnownEvent {
  const { event_id: eventId, source, subject, corrects, assignment, taken_from: takenFrom } = row;
  return { eventId, source, state, subject, corrects, assignment, takenFrom: takenFrom ?? undefined };
}
