import { Injectable } from '@nestjs/common';
import { Database } from '#persistence/database';
import { Sealer } from '#vault/sealer';
import type { CheckedEvent } from './checked-event';

/** An event that asks for a receipt. */
export interface Entering {
  readonly event: CheckedEvent;
  /** Code of the agency that sent it. */
  readonly agency: string;
  readonly receivedOn: string;
}

/** How an event stands at the door before it is appended. */
export type Entry =
  /** It may be appended: never seen, or seen without a known outcome. The day is that of its first receipt. */
  | { readonly state: 'pending'; readonly contentHash: Buffer; readonly receivedOn: string }
  | { readonly state: 'accepted'; readonly contentHash: Buffer }
  /** About a person or a unit managed by a higher level, and not accepted before that was known. */
  | { readonly state: 'managed-higher' };

interface SeenRow {
  readonly event_id: string;
  readonly managed: boolean;
  readonly content_hash: Buffer | null;
  readonly state: 'pending' | 'accepted' | null;
  readonly received_on: string | null;
}

const SENT = 'unnest($1::uuid[], $2::text[], $3::text[]) AS sent (event_id, token, unit)';
const MANAGED = `EXISTS (
  SELECT FROM gateway.managed_higher held
   WHERE (held.kind = 'token' AND held.value = sent.token) OR (held.kind = 'unit' AND held.value = sent.unit))`;

/** One receipt per event. Rows are written in the order of their ids, so that requests with common events never block each other for good. */
@Injectable()
export class ReceiptStore {
  constructor(
    private readonly database: Database,
    private readonly sealer: Sealer,
  ) {}

  /**
   * Writes a pending receipt for each event that has none and may be entered, and its words under seal, in one statement.
   * @param page events of distinct ids
   * @returns by event id; an event whose standing changed meanwhile is missing
   */
  async enter(page: readonly Entering[]): Promise<ReadonlyMap<string, Entry>> {
    const entries = new Map<string, Entry>();
    const entered = await this.database.query<{ event_id: string }>(
      `WITH entered AS (
         INSERT INTO gateway.receipt (event_id, agency, content_hash, received_on)
         SELECT sent.event_id, sent.agency, sent.content_hash, sent.received_on
           FROM unnest($1::uuid[], $2::text[], $3::text[], $4::bytea[], $5::text[], $6::date[])
                AS sent (event_id, token, unit, content_hash, agency, received_on)
          WHERE NOT ${MANAGED}
          ORDER BY sent.event_id
         ON CONFLICT (event_id) DO NOTHING
         RETURNING event_id
       ), kept AS (
         INSERT INTO gateway.sealed_words (event_id, field, sealed, about)
         SELECT event_id, words.field, words.sealed, words.about
           FROM unnest($7::uuid[], $8::text[], $9::bytea[], $10::uuid[]) AS words (event_id, field, sealed, about) JOIN entered USING (event_id)
       )
       SELECT event_id FROM entered`,
      [
        ...columnsOf(page),
        page.map(({ event }) => event.contentHash),
        page.map(({ agency }) => agency),
        page.map(({ receivedOn }) => receivedOn),
        ...this.wordsOf(page),
      ],
    );
    const isNew = new Set(entered.map((row) => row.event_id));
    for (const { event, receivedOn } of page) {
      if (isNew.has(event.eventId)) entries.set(event.eventId, { state: 'pending', contentHash: event.contentHash, receivedOn });
    }
    const others = page.filter(({ event }) => !isNew.has(event.eventId));
    if (others.length > 0) await this.addSeen(others, entries);
    return entries;
  }

  /** Notes that the log has acknowledged the events. */
  async accept(eventIds: readonly string[]): Promise<void> {
    await this.database.query(
      `UPDATE gateway.receipt SET state = 'accepted'
         FROM (SELECT event_id FROM gateway.receipt WHERE event_id = ANY ($1::uuid[]) AND state = 'pending'
                ORDER BY event_id FOR UPDATE) AS waiting
        WHERE receipt.event_id = waiting.event_id`,
      [eventIds],
    );
  }

  /** Four columns: events, fields, what was written there under seal, and the event that it is about. */
  private wordsOf(page: readonly Entering[]): unknown[] {
    const words = page.flatMap(({ event: { eventId, words: ofEvent, wordsAbout } }) =>
      Object.entries(ofEvent).map(([field, text]) => ({
        eventId,
        field,
        sealed: this.sealer.seal(Buffer.from(text), placeOf(eventId, field)),
        about: wordsAbout,
      })),
    );
    return [
      words.map(({ eventId }) => eventId),
      words.map(({ field }) => field),
      words.map(({ sealed }) => sealed),
      words.map(({ about }) => about),
    ];
  }

  /** What the door had entered before it knew of a higher level, and is not known to be in the log: nothing of it stays. */
  private async forget(eventIds: readonly string[]): Promise<void> {
    if (eventIds.length === 0) return;
    await this.database.transaction(async (tx) => {
      const pending = await tx.query<{ event_id: string }>(
        `SELECT event_id FROM gateway.receipt WHERE event_id = ANY ($1::uuid[]) AND state = 'pending' ORDER BY event_id FOR UPDATE`,
        [eventIds],
      );
      const gone = pending.map(({ event_id: eventId }) => eventId);
      await tx.query('DELETE FROM gateway.sealed_words WHERE event_id = ANY ($1::uuid[])', [gone]);
      await tx.query('DELETE FROM gateway.receipt WHERE event_id = ANY ($1::uuid[])', [gone]);
    });
  }

  private async addSeen(page: readonly Entering[], entries: Map<string, Entry>): Promise<void> {
    const rows = await this.database.query<SeenRow>(
      `SELECT sent.event_id, ${MANAGED} AS managed, receipt.content_hash, receipt.state, receipt.received_on::text
         FROM ${SENT} LEFT JOIN gateway.receipt USING (event_id)`,
      columnsOf(page),
    );
    await this.forget(rows.filter((row) => row.managed && row.state === 'pending').map((row) => row.event_id));
    for (const row of rows) {
      const entry = entryOf(row);
      if (entry) entries.set(row.event_id, entry);
    }
  }
}

/** Where sealed words open: in the field of the event in which they came. */
const placeOf = (eventId: string, field: string): string => `words/${eventId}/${field}`;

/** An accepted event stays accepted: whoever sends it again must not be told that nothing was stored. */
function entryOf({ managed, content_hash: contentHash, state, received_on: receivedOn }: SeenRow): Entry | undefined {
  if (state === 'accepted' && contentHash !== null) return { state, contentHash };
  if (managed) return { state: 'managed-higher' };
  return contentHash === null || receivedOn === null ? undefined : { state: 'pending', contentHash, receivedOn };
}

function columnsOf(page: readonly Entering[]): unknown[] {
  return [
    page.map(({ event }) => event.eventId),
    page.map(({ event }) => event.record.subject?.cadreToken ?? null),
    page.map(({ event }) => event.record.subject?.unitCode ?? null),
  ];
}
