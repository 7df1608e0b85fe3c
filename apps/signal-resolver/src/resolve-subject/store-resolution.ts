import { isUnit } from '#contracts/signals/common';
import { FOLLOW_UP_LABELS, SIGNAL_STATUS_CHANGED } from '#contracts/signals/follow-ups';
import type { Transaction } from '#persistence/transaction';
import type { Sealer } from '#vault/sealer';
import { keepPostFacts } from '../keep-registry/post-facts';
import { announceFacts } from './announce-facts';
import { keepEnvelopes } from './keep-envelopes';
import { forgetWords } from './forget-words';
import { keepAsSent } from './keep-as-sent';
import { keepTold } from './keep-told';
import { HAND_UP, OUT_OF_RANGE } from './turned-away';
import { sealMessage } from './sealed-message';
import type { Message, PersonalMessage } from './message';
import type { KnownEvent } from './ground';
import type { ClosedItem, OpenedItem, Resolution, TurnedAway } from './resolution';

/** Two batches brought the same new event at the same moment: nothing is stored, and the batch comes again. */
export class ToldTwice extends Error {
  override readonly name = 'ToldTwice';
}

/** Everything that a resolution brings, in the transaction of what caused it. */
export async function storeResolution(tx: Transaction, resolution: Resolution, sealer: Sealer): Promise<void> {
  await keepEvents(tx, resolution.settledEvents);
  await keepEnvelopes(
    tx,
    resolution.arrived,
    resolution.turnedAway.map(({ message }) => message),
  );
  await keepSuccessors(tx, resolution.succeeded);
  await openItems(tx, resolution.opened, sealer);
  await closeItems(tx, resolution.closed);
  await keepStubs(tx, resolution.turnedAway);
  await keepWaiting(tx, resolution.nowWaiting, sealer);
  await stopWaiting(tx, resolution.released);
  const entries = resolution.postEntries.map(({ message, subject }) => ({
    eventId: message.record.eventId,
    kind: message.kind,
    cadreId: subject,
    post: message.postCode,
    day: message.day,
  }));
  await keepPostFacts(tx, entries, resolution.takenBack);
  await keepAsSent(tx, resolution, sealer);
  await keepTold(tx, resolution, sealer);
  await forgetWords(tx, resolution);
  await announceFacts(tx, resolution.facts);
}

async function keepEvents(tx: Transaction, events: readonly KnownEvent[]): Promise<void> {
  if (events.length === 0) return;
  const kept = await tx.query(
    `INSERT INTO resolver.signal AS known (event_id, state, subject, source, evidence)
     SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[])
     ON CONFLICT (event_id) DO UPDATE SET state = excluded.state, subject = excluded.subject, evidence = excluded.evidence
       WHERE known.state = 'triage'
     RETURNING 1`,
    [
      events.map(({ eventId }) => eventId),
      events.map(({ state }) => state),
      events.map(({ subject }) => subject),
      events.map(({ source }) => source),
      events.map(({ evidence }) => evidence ?? null),
    ],
  );
  if (kept.length !== events.length) throw new ToldTwice(`${events.length - kept.length} events came twice at once`);
}

async function keepSuccessors(tx: Transaction, succeeded: ReadonlyMap<string, string>): Promise<void> {
  if (succeeded.size === 0) return;
  await tx.query(
    `UPDATE resolver.signal AS known SET successor = told.successor
       FROM unnest($1::uuid[], $2::uuid[]) AS told (event_id, successor) WHERE known.event_id = told.event_id`,
    [[...succeeded.keys()], [...succeeded.values()]],
  );
}

/** What the list shows of an item. The kind of a post fact is its label, its post the code that the registry may not know. */
function shownOf(message: PersonalMessage): { label: string; post: string | undefined } {
  const post = message.record.subject?.post;
  switch (message.kind) {
    case 'signal':
      return { label: message.type.label, post };
    case 'post-held':
      return { label: '任职', post: post ?? message.postCode };
    case 'post-left':
      return { label: '离任', post: post ?? message.postCode };
  }
}

/** What had been settled and is not any more is open again. */
export async function openItems(tx: Transaction, items: readonly OpenedItem[], sealer: Sealer): Promise<void> {
  if (items.length === 0) return;
  const records = items.map(({ message }) => message.record);
  await tx.query(
    `INSERT INTO resolver.triage (event_id, about, named, unit_code, post, label, channel, received_on, candidates, corrects, sealed)
     SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::date[], $9::jsonb[],
                          $10::uuid[], $11::bytea[])
     ON CONFLICT (event_id) DO UPDATE SET state = 'open', named = excluded.named, unit_code = excluded.unit_code, post = excluded.post,
       candidates = excluded.candidates, corrects = excluded.corrects, sealed = excluded.sealed, created_at = now(), settled_by = NULL,
       settled_at = NULL, reason = NULL, because = NULL`,
    [
      records.map(({ eventId }) => eventId),
      records.map(({ subject }) => (isUnit(subject ?? {}) ? 'unit' : 'person')),
      records.map(({ subject }) => subject?.name ?? null),
      records.map(({ subject }) => subject?.unitCode ?? null),
      items.map(({ message }) => shownOf(message).post ?? null),
      items.map(({ message }) => shownOf(message).label),
      records.map(({ channel }) => channel),
      records.map(({ receivedOn }) => receivedOn),
      items.map(({ candidates }) => JSON.stringify(candidates)),
      items.map(({ corrects }) => corrects),
      items.map(({ message }) => sealMessage(sealer, 'triage', message)),
    ],
  );
}

/**
 * Content goes with the question: what stays is that there was one, of which unit, so that whoever may see that unit is told who
 * answered it; of a cadre managed higher not even that.
 */
async function closeItems(tx: Transaction, items: readonly ClosedItem[]): Promise<void> {
  if (items.length === 0) return;
  await tx.query(
    `UPDATE resolver.triage AS item
        SET state = closed.state, settled_by = closed.by, because = closed.because, reason = closed.reason, settled_at = now(),
            named = NULL, post = NULL, candidates = '[]', sealed = NULL,
            unit_code = CASE WHEN closed.because = 'managed-higher' THEN NULL ELSE item.unit_code END,
            proposed_cadre = NULL, proposed_by = NULL, proposed_at = NULL
       FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[]) AS closed (event_id, state, by, because, reason)
      WHERE item.event_id = closed.event_id`,
    [
      items.map(({ eventId }) => eventId),
      items.map(({ state }) => state),
      items.map(({ by }) => by),
      items.map(({ because }) => because),
      items.map(({ reason }) => reason),
    ],
  );
}

const REASONS = { 'managed-higher': HAND_UP, 'out-of-range': OUT_OF_RANGE } as const;

/** Of what is turned away nothing stays but what kind of message it was, when it came on which channel, and why or what is to be done. */
async function keepStubs(tx: Transaction, turnedAway: readonly TurnedAway[]): Promise<void> {
  if (turnedAway.length === 0) return;
  const messages = turnedAway.map(({ message }) => message);
  await tx.query(
    `INSERT INTO resolver.triage (event_id, state, label, channel, received_on, candidates, settled_at, because, reason)
     SELECT event_id, 'refused', label, channel, received_on, '[]', now(), because, reason
       FROM unnest($1::uuid[], $2::text[], $3::text[], $4::date[], $5::text[], $6::text[])
            AS told (event_id, label, channel, received_on, because, reason)`,
    [
      messages.map(({ record }) => record.eventId),
      messages.map((message) => (message.kind === 'change' ? FOLLOW_UP_LABELS[SIGNAL_STATUS_CHANGED] : shownOf(message).label)),
      messages.map(({ record }) => record.channel),
      messages.map(({ record }) => record.receivedOn),
      turnedAway.map(({ because }) => because),
      turnedAway.map(({ because }) => REASONS[because]),
    ],
  );
}

/** What names a signal that has not come, or is matched anew, in the order in which it came. */
export async function keepWaiting(tx: Transaction, messages: readonly Message[], sealer: Sealer): Promise<void> {
  if (messages.length === 0) return;
  await tx.query(
    `INSERT INTO resolver.waiting (awaits, event_id, sealed)
     SELECT awaits, event_id, sealed FROM unnest($1::uuid[], $2::uuid[], $3::bytea[]) WITH ORDINALITY AS told (awaits, event_id, sealed, place)
      ORDER BY place`,
    [
      messages.map(({ awaits }) => awaits),
      messages.map(({ record }) => record.eventId),
      messages.map((message) => sealMessage(sealer, 'waiting', message)),
    ],
  );
}

async function stopWaiting(tx: Transaction, eventIds: readonly string[]): Promise<void> {
  if (eventIds.length > 0) await tx.query('DELETE FROM resolver.waiting WHERE event_id = ANY($1::uuid[])', [eventIds]);
}
