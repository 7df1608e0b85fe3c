import { RISK_SIGNALS, TOPICS } from '#contracts/topics';
import type { LogScan, NewRecord, PartitionBounds } from '#messaging/event-log';
import { PostgresEventLog } from '#messaging/postgres/postgres-event-log';
import { Database } from '#persistence/database';
import { FILL_SIZES, fillSlot } from '../../../apps/risk-projector/src/fill-slot/fill-slot';
import { slotsThatAre } from '../../../apps/risk-projector/src/reading-slots/reading-slot';
import { LIVE_GROUP } from '../../../apps/risk-projector/src/reading-slots/slot-parts';
import { Rebuilds } from '../../../apps/risk-projector/src/rebuild-readings/rebuilds';
import { growingLog } from './growing-log';

const RECORDS_A_STATEMENT = 2_000;

/** A log in the embedded stack, of which any beginning can be read and rebuilt from. */
export class CountyLog {
  private constructor(
    readonly database: Database,
    private readonly log: PostgresEventLog,
    readonly scan: LogScan,
    private readonly ends: ReadonlyMap<number, readonly PartitionBounds[]>,
  ) {}

  /** @param lengths how many records there are at each place up to which something is read later; the last is the length of the log */
  static async of(url: string, lengths: readonly number[]): Promise<CountyLog> {
    const database = await Database.connect(url, 4);
    await database.migrate();
    const log = await PostgresEventLog.connect(url);
    await log.ensureTopics(TOPICS);
    const ends = new Map<number, readonly PartitionBounds[]>();
    let length = 0;
    const append = async (records: readonly NewRecord[]): Promise<void> => {
      await log.append(RISK_SIGNALS, records);
      length += records.length;
      if (lengths.includes(length)) ends.set(length, await log.bounds(RISK_SIGNALS));
    };
    let records: NewRecord[] = [];
    let appended: Promise<void> = Promise.resolve();
    for (const record of growingLog(Math.max(...lengths))) {
      if (records.push(record) < RECORDS_A_STATEMENT) continue;
      await appended;
      appended = append(records);
      records = [];
    }
    await appended;
    await database.query('VACUUM (ANALYZE) log.record');
    return new CountyLog(database, log, await log.openScan(RISK_SIGNALS), ends);
  }

  /** The log as it was at one of its lengths. */
  upTo(length: number): readonly PartitionBounds[] {
    const ends = this.ends.get(length);
    if (!ends) throw new RangeError(`nothing was asked of ${length} records`);
    return ends;
  }

  /** As if the live slot had read so much and no more; the other slot is empty and to be filled. */
  async begin(length: number): Promise<void> {
    const bounds = this.upTo(length);
    await this.database.query(
      `INSERT INTO log.consumer_offset (consumer_group, topic, part, next_offset)
       SELECT $1, $2, * FROM unnest($3::int[], $4::bigint[])
       ON CONFLICT (consumer_group, topic, part) DO UPDATE SET next_offset = excluded.next_offset`,
      [LIVE_GROUP, RISK_SIGNALS, bounds.map(({ partition }) => partition), bounds.map(({ next }) => next)],
    );
    const rebuilds = new Rebuilds(this.database);
    if ((await slotsThatAre(this.database, ['filling', 'ready'])).length > 0) await rebuilds.drop();
    await rebuilds.start(undefined, 'bench');
  }

  /** What the worker does with a slot that is to be filled. */
  async fill(length: number): Promise<void> {
    const [slot] = await slotsThatAre(this.database, ['filling']);
    if (!slot) throw new Error('no slot is to be filled');
    const { database, scan } = this;
    await fillSlot({ database, scan, slot, stopping: new AbortController().signal, sizes: FILL_SIZES }, this.upTo(length));
  }

  async close(): Promise<void> {
    await this.scan.close();
    await this.log.close();
    await this.database.close();
  }
}
