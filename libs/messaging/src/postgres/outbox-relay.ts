import { Client } from 'pg';
import { textRecord } from '#messaging/codec';
import { type EventLog, type NewRecord, RecordTooLarge } from '#messaging/event-log';
import { within } from '#messaging/within';

interface OutboxRow {
  readonly id: string;
  readonly topic: string;
  readonly key: string;
  readonly event_id: string;
  readonly type: string;
  readonly data: string;
  readonly traceparent: string | null;
}

interface HeldRow {
  readonly row: OutboxRow;
  readonly reason: string;
}

/** What the owner of a relay hears of it. */
export interface RelayListener {
  /** The relay connects again and goes on. */
  readonly onFailure: (error: unknown) => void;
  /** An event that the log will never take was set aside; it stays in the table, and the ones after it go on. */
  readonly onHeld: (eventId: string, reason: string) => void;
}

const PAGE = 500;
const QUERY_MS = 10_000;
const STOP_MS = 5_000;
const END_MS = 2_000;
const LOOK_AGAIN_MS = 1_000;
const PAUSE_AFTER_FAILURE_MS = 500;

/**
 * Sends what an app put into its outbox, in the order of a key, at least once under one id.
 * One relay per writer works at a time; another takes over when its connection is gone.
 */
export class OutboxRelay {
  private stopping = false;
  private wake: () => void = () => undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly url: string,
    private readonly log: EventLog,
    private readonly writer: string,
    private readonly listener: RelayListener,
  ) {}

  start(): void {
    this.running = this.run();
  }

  /** Resolves when the page under way is sent, or after a while without it: it is then sent again by the next relay. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.wake();
    await within(STOP_MS, this.running);
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      const client = new Client({
        connectionString: this.url,
        keepAlive: true,
        connectionTimeoutMillis: QUERY_MS,
        query_timeout: QUERY_MS,
        application_name: `relay ${this.writer}`,
      });
      client.on('error', () => this.wake());
      client.on('notification', (message) => message.payload === this.writer && this.wake());
      try {
        await client.connect();
        await client.query('LISTEN outbox');
        await this.serve(client);
      } catch (error) {
        this.listener.onFailure(error);
        await this.rest(PAUSE_AFTER_FAILURE_MS);
      } finally {
        await within(END_MS, client.end());
      }
    }
  }

  private async serve(client: Client): Promise<void> {
    while (!this.stopping && !(await this.lockOf(client))) await this.rest(LOOK_AGAIN_MS);
    while (!this.stopping) {
      const woken = this.rest(LOOK_AGAIN_MS);
      const sent = await this.sendPage(client);
      if (sent === PAGE) this.wake();
      await woken;
    }
  }

  private async lockOf(client: Client): Promise<boolean> {
    const { rows } = await client.query<{ held: boolean }>('SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS held', [
      `outbox ${this.writer}`,
    ]);
    return rows[0]?.held === true;
  }

  private async sendPage(client: Client): Promise<number> {
    const { rows } = await client.query<OutboxRow>(
      'SELECT id, topic, key, event_id, type, data, traceparent FROM log.outbox WHERE writer = $1 AND held IS NULL ORDER BY id LIMIT $2',
      [this.writer, PAGE],
    );
    const held: HeldRow[] = [];
    for (const [topic, page] of byTopic(rows)) held.push(...(await this.send(topic, page)));
    await this.setAside(client, held);
    const aside = new Set(held.map(({ row }) => row.id));
    const sent = rows.filter(({ id }) => !aside.has(id));
    if (sent.length > 0) await client.query('DELETE FROM log.outbox WHERE id = ANY($1::bigint[])', [sent.map(({ id }) => id)]);
    return rows.length;
  }

  /** Sends in order; what the log does not take is singled out by halves and answered. */
  private async send(topic: string, page: readonly OutboxRow[]): Promise<HeldRow[]> {
    try {
      await this.log.append(
        topic,
        page.map((row) => this.recordOf(row)),
      );
      return [];
    } catch (error) {
      if (!(error instanceof RecordTooLarge)) throw error;
      const [row] = page;
      if (row && page.length === 1) return [{ row, reason: error.message }];
    }
    const middle = Math.ceil(page.length / 2);
    return [...(await this.send(topic, page.slice(0, middle))), ...(await this.send(topic, page.slice(middle)))];
  }

  private async setAside(client: Client, held: readonly HeldRow[]): Promise<void> {
    for (const { row, reason } of held) {
      await client.query('UPDATE log.outbox SET held = $2 WHERE id = $1', [row.id, reason]);
      this.listener.onHeld(row.event_id, reason);
    }
  }

  private recordOf(row: OutboxRow): NewRecord {
    const event = { id: row.event_id, type: row.type, source: `/liuqu/${this.writer}`, traceparent: row.traceparent ?? undefined };
    return textRecord(row.key, event, row.data);
  }

  private async rest(milliseconds: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

function byTopic(rows: readonly OutboxRow[]): Map<string, OutboxRow[]> {
  const topics = new Map<string, OutboxRow[]>();
  for (const row of rows) {
    const page = topics.get(row.topic);
    if (page) page.push(row);
    else topics.set(row.topic, [row]);
  }
  return topics;
}
