import { Client } from 'pg';
import { textRecord } from '#messaging/codec';
import type { EventLog } from '#messaging/event-log';

interface OutboxRow {
  readonly id: string;
  readonly topic: string;
  readonly key: string;
  readonly event_id: string;
  readonly type: string;
  readonly data: string;
}

const PAGE = 500;
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
    private readonly onFailure: (error: unknown) => void,
  ) {}

  start(): void {
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.wake();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      const client = new Client({ connectionString: this.url, application_name: `relay ${this.writer}` });
      client.on('error', () => this.wake());
      client.on('notification', (message) => message.payload === this.writer && this.wake());
      try {
        await client.connect();
        await client.query('LISTEN outbox');
        await this.serve(client);
      } catch (error) {
        this.onFailure(error);
        await this.rest(PAUSE_AFTER_FAILURE_MS);
      } finally {
        await client.end().catch(() => undefined);
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
      'SELECT id, topic, key, event_id, type, data FROM log.outbox WHERE writer = $1 ORDER BY id LIMIT $2',
      [this.writer, PAGE],
    );
    for (const [topic, page] of byTopic(rows)) {
      const records = page.map((row) =>
        textRecord(row.key, { id: row.event_id, type: row.type, source: `/liuqu/${this.writer}` }, row.data),
      );
      await this.log.append(topic, records);
    }
    if (rows.length > 0) await client.query('DELETE FROM log.outbox WHERE id = ANY($1::bigint[])', [rows.map((row) => row.id)]);
    return rows.length;
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
