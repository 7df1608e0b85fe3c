import { Logger } from '@nestjs/common';
import { Pool } from 'pg';
import {
  EventLog,
  type LogGap,
  type LogReader,
  type LogScan,
  LogUnavailable,
  type NewRecord,
  type PartitionBounds,
  type Reading,
  type TopicSettings,
} from '#messaging/event-log';
import { Lane } from '#messaging/lane';
import { partitionOf } from '#messaging/partition-of';
import { appendStatement, type PlacedRecord } from '#messaging/postgres/append-batch';
import { fetchBounds } from '#messaging/postgres/read-queries';
import { PostgresReading } from '#messaging/postgres/postgres-reading';
import { PostgresScan } from '#messaging/postgres/postgres-scan';
import { trimTopics } from '#messaging/postgres/trim-topics';
import { requireFits } from '#messaging/record-size';
import { within } from '#messaging/within';

const TRIM_MS = 3_600_000;
const CLOSE_MS = 10_000;
/** The server gives up first, so that a statement never takes effect after its caller was told that the outcome is unknown. */
const STATEMENT_MS = 4_000;
const QUERY_MS = 4_800;
const CONNECTIONS = 6;

/** The log in PostgreSQL (design: architecture 4): durable and ordered, for where one machine is enough. */
export class PostgresEventLog extends EventLog {
  private readonly logger = new Logger(PostgresEventLog.name);
  private readonly pool: Pool;
  private readonly lanes = new Map<string, Lane<PlacedRecord>>();
  private readonly partitionCounts = new Map<string, number>();
  private readonly readings = new Set<Reading>();
  private readonly trimming: NodeJS.Timeout;
  private trimmed: Promise<void> = Promise.resolve();
  private keyless = 0;

  private constructor(private readonly url: string) {
    super();
    this.pool = new Pool({
      connectionString: url,
      max: CONNECTIONS,
      keepAlive: true,
      connectionTimeoutMillis: QUERY_MS,
      statement_timeout: STATEMENT_MS,
      query_timeout: QUERY_MS,
      application_name: 'event log',
    });
    // A connection lost while idle is an error of nobody's; the next query takes another one.
    this.pool.on('error', () => undefined);
    this.trimming = setInterval(() => void (this.trimmed = this.trim()), TRIM_MS);
    this.trimming.unref();
  }

  /** @throws when the database does not answer, or its schema was not migrated */
  static async connect(url: string): Promise<PostgresEventLog> {
    const log = new PostgresEventLog(url);
    try {
      await log.pool.query('SELECT FROM log.topic LIMIT 1');
    } catch (error) {
      await log.close();
      throw error;
    }
    log.trimmed = log.trim();
    return log;
  }

  override async ensureTopics(topics: readonly TopicSettings[]): Promise<void> {
    const sorted = topics.toSorted((one, other) => (one.name < other.name ? -1 : 1));
    await this.pool.query(
      `INSERT INTO log.topic (name, partitions, retention_days) SELECT * FROM unnest($1::text[], $2::int[], $3::int[]) ON CONFLICT DO NOTHING`,
      [
        sorted.map(({ name }) => name),
        sorted.map(({ partitions }) => partitions),
        sorted.map(({ retention }) => (retention === 'for-ever' ? null : retention)),
      ],
    );
    await this.pool.query(
      `INSERT INTO log.partition (topic, part) SELECT name, part FROM log.topic, generate_series(0, partitions - 1) AS part
       WHERE name = ANY ($1::text[]) ORDER BY name, part ON CONFLICT DO NOTHING`,
      [sorted.map(({ name }) => name)],
    );
  }

  override async append(topic: string, records: readonly NewRecord[]): Promise<void> {
    requireFits(records);
    const partitions = await this.partitionsOf(topic);
    const placed = records.map((record) => ({
      ...record,
      partition: record.key === null ? this.keyless++ % partitions : partitionOf(record.key, partitions),
    }));
    await this.laneOf(topic).append(placed);
  }

  override async read(topic: string, group: string, reader: LogReader, onGap: (gap: LogGap) => void): Promise<Reading> {
    const partitions = await this.partitionsOf(topic);
    const reading = new PostgresReading(this.url, { topic, group, reader, onGap }, partitions);
    const listed: Reading = {
      stop: async () => {
        await reading.stop();
        this.readings.delete(listed);
      },
    };
    this.readings.add(listed);
    await reading.start();
    return listed;
  }

  override async openScan(topic: string): Promise<LogScan> {
    await this.partitionsOf(topic);
    return new PostgresScan(this.pool, topic);
  }

  override async bounds(topic: string): Promise<readonly PartitionBounds[]> {
    const bounds = await fetchBounds(this.pool, topic);
    return bounds.toSorted((one, other) => one.partition - other.partition);
  }

  override async oldestPending(topic: string, from: ReadonlyMap<number, number>): Promise<Date | undefined> {
    const { rows } = await this.pool.query<{ oldest: Date | null }>(
      `SELECT min(first.at) AS oldest FROM unnest($2::int[], $3::bigint[]) AS pending (part, log_offset)
        CROSS JOIN LATERAL (
          SELECT at FROM log.record WHERE topic = $1 AND record.part = pending.part AND record.log_offset >= pending.log_offset
           ORDER BY record.log_offset LIMIT 1
        ) AS first`,
      [topic, [...from.keys()], [...from.values()]],
    );
    return rows[0]?.oldest ?? undefined;
  }

  /** Forgets what is older than its topic's retention; also done at start and every hour. */
  async trim(): Promise<void> {
    try {
      await trimTopics(this.pool);
    } catch (error) {
      this.logger.warn(`old records are kept until the next try: ${String(error)}`);
    }
  }

  override async close(): Promise<void> {
    clearInterval(this.trimming);
    await Promise.all([...this.readings].map(async (reading) => reading.stop()));
    await within(CLOSE_MS, this.trimmed);
    await within(CLOSE_MS, this.pool.end());
  }

  private laneOf(topic: string): Lane<PlacedRecord> {
    let lane = this.lanes.get(topic);
    if (!lane) this.lanes.set(topic, (lane = new Lane(topic, async (records) => this.store(topic, records))));
    return lane;
  }

  private async store(topic: string, records: readonly PlacedRecord[]): Promise<void> {
    const { rows } = await this.pool.query<{ stored: number }>(appendStatement(topic, records));
    if (rows[0]?.stored !== records.length) throw new Error(`${rows[0]?.stored} of ${records.length} records were stored`);
  }

  /** Partitions are never added in place, so their number is asked for once. */
  private async partitionsOf(topic: string): Promise<number> {
    const known = this.partitionCounts.get(topic);
    if (known !== undefined) return known;
    const count = await this.countPartitions(topic);
    this.partitionCounts.set(topic, count);
    return count;
  }

  private async countPartitions(topic: string): Promise<number> {
    try {
      const { rows } = await this.pool.query<{ partitions: number }>('SELECT partitions FROM log.topic WHERE name = $1', [topic]);
      if (rows[0]) return rows[0].partitions;
    } catch (error) {
      throw new LogUnavailable(`${topic}: ${String(error)}`, { cause: error });
    }
    throw new LogUnavailable(`there is no topic ${topic}`);
  }
}
