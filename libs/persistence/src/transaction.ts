import { faultOf } from '#persistence/database-fault';
import { rowsOf } from '#persistence/rows-of';
import { traceparentFor } from '#platform/trace/batch-traces';

/** A batch as far as storing its offset goes: consecutive records of one partition. */
export interface ReadBatch {
  readonly group: string;
  readonly topic: string;
  readonly partition: number;
  readonly records: readonly { readonly offset: number }[];
}

/** An event for another app; its relay sends it after the commit, at least once, under one id. */
export interface OutgoingEvent {
  readonly topic: string;
  readonly key: string;
  readonly id: string;
  readonly type: string;
  readonly data: unknown;
  /** Id of the record that it came of, unless it has that id itself: it goes on in the trace of that record. */
  readonly cause?: string;
}

export class OffsetMoved extends Error {
  override readonly name = 'OffsetMoved';
}

/** Rows of tables and nothing else: no offset, no announcement, no parked message. */
export interface Rows {
  query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
}

type Query = (sql: string, parameters: readonly unknown[]) => Promise<unknown>;

/** What one transaction can do: store rows, move an offset, put events into the outbox, park a message. */
export class Transaction implements Rows {
  constructor(private readonly run: Query) {}

  /** @throws DatabaseFault */
  async query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    try {
      return rowsOf<Row>(await this.run(sql, parameters));
    } catch (error) {
      throw faultOf(error);
    }
  }

  /** Checkpoint, fence and lock in one row (design: reliability 1, fact 5). */
  async advance(batch: ReadBatch): Promise<void> {
    const first = batch.records[0];
    const last = batch.records.at(-1);
    if (!first || !last) return;
    const moved = await this.query(
      `INSERT INTO log.consumer_offset AS held (consumer_group, topic, part, next_offset) VALUES ($1, $2, $3, $5)
       ON CONFLICT (consumer_group, topic, part) DO UPDATE SET next_offset = $5, updated_at = now() WHERE held.next_offset = $4
       RETURNING 1`,
      [batch.group, batch.topic, batch.partition, first.offset, last.offset + 1],
    );
    if (moved.length === 0) throw new OffsetMoved(`${batch.group} is no longer at ${batch.topic}/${batch.partition}@${first.offset}`);
  }

  async announce(writer: string, events: readonly OutgoingEvent[]): Promise<void> {
    if (events.length === 0) return;
    await this.query(
      `INSERT INTO log.outbox (writer, topic, key, event_id, type, data, traceparent)
       SELECT $1, * FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])`,
      [
        writer,
        events.map((event) => event.topic),
        events.map((event) => event.key),
        events.map((event) => event.id),
        events.map((event) => event.type),
        events.map((event) => JSON.stringify(event.data)),
        events.map((event) => traceparentFor(event.cause ?? event.id, event.key) ?? null),
      ],
    );
  }

  /** Keeps what cannot be processed, in the transaction that advances past it: nothing is lost and the rest flows. */
  async park(batch: ReadBatch, offset: number, reason: string, sealed: Buffer): Promise<void> {
    await this.query(
      `INSERT INTO log.parked (consumer_group, topic, part, log_offset, reason, sealed) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT DO NOTHING`,
      [batch.group, batch.topic, batch.partition, offset, reason, sealed],
    );
  }
}
