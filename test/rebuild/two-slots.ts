import { randomBytes } from 'node:crypto';
import { RISK_SIGNALS, TOPICS } from '#contracts/topics';
import type { EventLog, LogScan, NewRecord } from '#messaging/event-log';
import { Database } from '#persistence/database';
import { digestOfSlot } from '#persistence/readings/digest-of-slot';
import type { Rows } from '#persistence/transaction';
import { freshDatabase } from '#testing/services/local-services';
import { Sealer } from '#vault/sealer';
import { certifySlot } from '../../apps/risk-projector/src/certify-slot/certify-slot';
import { fillSlot, type FillSizes } from '../../apps/risk-projector/src/fill-slot/fill-slot';
import { type Following, followLog } from '../../apps/risk-projector/src/follow-log/follow-log';
import { projectBatch } from '../../apps/risk-projector/src/project-signals/project-batch';
import { liveSlot, type ReadingSlot, slotsThatAre } from '../../apps/risk-projector/src/reading-slots/reading-slot';
import { LIVE_GROUP, livePositions } from '../../apps/risk-projector/src/reading-slots/slot-parts';
import { Rebuilds } from '../../apps/risk-projector/src/rebuild-readings/rebuilds';

export const SMALL: FillSizes = { recordsAPass: 10_000, rowsAStatement: 100 };
const NEVER = new AbortController().signal;

/** Both reading slots on a database of their own, and what consumer and worker do to them, step by step. */
export class TwoSlots {
  readonly rebuilds: Rebuilds;

  private constructor(
    readonly database: Database,
    readonly log: EventLog,
    readonly scan: LogScan,
    private readonly fresh: Awaited<ReturnType<typeof freshDatabase>>,
  ) {
    this.rebuilds = new Rebuilds(database);
  }

  static async over(log: EventLog, partitions = 3): Promise<TwoSlots> {
    const fresh = await freshDatabase();
    const database = await Database.connect(fresh.url, 6);
    await database.migrate();
    await log.ensureTopics(TOPICS.map((topic) => ({ ...topic, partitions })));
    return new TwoSlots(database, log, await log.openScan(RISK_SIGNALS), fresh);
  }

  /** Of the database, for another process. */
  get url(): string {
    return this.fresh.url;
  }

  async close(): Promise<void> {
    await this.scan.close();
    await this.database.close();
    await this.fresh.drop();
  }

  async append(records: readonly NewRecord[]): Promise<void> {
    await this.log.append(RISK_SIGNALS, records);
  }

  /** What the consumer does, up to a share of each partition. */
  async takeLive(atOnce = 500, share = 1): Promise<void> {
    const at = await livePositions(this.database);
    for (const { partition, next } of await this.log.bounds(RISK_SIGNALS)) {
      const range = { partition, from: at.get(partition) ?? 0, until: Math.ceil(next * share) };
      for await (const page of this.scan.pages(range)) {
        for (let start = 0; start < page.length; start += atOnce) {
          const batch = { topic: RISK_SIGNALS, partition, group: LIVE_GROUP, records: page.slice(start, start + atOnce) };
          await this.database.consume(batch, async (tx) => projectBatch(tx, batch, await liveSlot(tx), new Sealer(randomBytes(32))));
        }
      }
    }
  }

  /** Begins anew whatever the other slot is. @returns what is to be filled */
  async begin(policy?: string): Promise<ReadingSlot> {
    await this.rebuilds.drop().catch(() => undefined);
    await this.rebuilds.start(policy, 'operator');
    return this.slot(['filling']);
  }

  async fill(
    sizes: Partial<FillSizes> = {},
    slot?: ReadingSlot,
    database: Pick<Database, 'query' | 'storeRows'> = this.database,
  ): Promise<void> {
    const work = { database, scan: this.scan, slot: slot ?? (await this.begin()), stopping: NEVER, sizes: { ...SMALL, ...sizes } };
    await fillSlot(work, await this.log.bounds(RISK_SIGNALS));
  }

  async follow(recordsAtOnce = 500): Promise<number> {
    return followLog(await this.following(recordsAtOnce));
  }

  async certify(by = 'operator'): Promise<void> {
    await certifySlot({ ...(await this.following(500)), database: this.database }, by);
  }

  /** Follows as long as the work goes on, as the worker does while somebody switches. */
  async whileFollowing<T>(work: () => Promise<T>): Promise<T> {
    let ended = false;
    const following = (async () => {
      while (!ended) await this.follow();
    })();
    try {
      return await work();
    } finally {
      ended = true;
      await following;
    }
  }

  async digests(): Promise<{ readonly a: string; readonly b: string }> {
    return this.database.readMoment(async (rows) => ({ a: await digestOfSlot(rows, 'a'), b: await digestOfSlot(rows, 'b') }));
  }

  /** With what the digest leaves out: who waits for what. */
  async rowsOf(slot: 'a' | 'b'): Promise<readonly unknown[]> {
    return this.database.query(
      `SELECT subject, state, e_milli, p_milli, level, entered_on::text, as_of::text, blocked_by FROM projector.reading
        WHERE slot = $1 ORDER BY subject`,
      [slot],
    );
  }

  async outgoing(): Promise<number> {
    return countOf(this.database, 'SELECT count(*)::int AS count FROM log.outbox');
  }

  private async following(recordsAtOnce: number): Promise<Following> {
    return { database: this.database, scan: this.scan, slot: await this.slot(['ready', 'standby']), stopping: NEVER, recordsAtOnce };
  }

  private async slot(states: Parameters<typeof slotsThatAre>[1]): Promise<ReadingSlot> {
    const [slot] = await slotsThatAre(this.database, states);
    if (!slot) throw new Error(`no slot is ${states.join(' or ')}`);
    return slot;
  }
}

async function countOf(rows: Rows, sql: string): Promise<number> {
  const [row] = await rows.query<{ count: number }>(sql);
  return row?.count ?? 0;
}
