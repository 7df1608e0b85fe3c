import { createHmac } from 'node:crypto';
import { FORGOTTEN_AFTER_SECONDS, secondsToWait } from '#access/failed-tries';
import { type BegunTry, type Tried, TryCounts } from '#access/try-counts';
import type { Database } from '#persistence/database';

interface TriedRow {
  readonly failures: number;
  readonly last_at: Date;
  readonly at: Date;
}

export class PostgresTryCounts extends TryCounts {
  /** @param key names are kept under it only: people type passwords into the wrong field */
  constructor(
    private readonly database: Database,
    private readonly key: Buffer,
  ) {
    super();
  }

  override async begin(tried: Tried): Promise<BegunTry> {
    const nameKey = this.keyOf(tried);
    return this.database.transaction(async (tx) => {
      await tx.query('DELETE FROM access.failed_try WHERE last_at < now() - make_interval(secs => $1)', [FORGOTTEN_AFTER_SECONDS]);
      // Locks the row; the time is told after that, for this may have waited for another try.
      const [row] = await tx.query<TriedRow>(
        `INSERT INTO access.failed_try AS tried (name_key, failures, last_at) VALUES ($1, 0, now())
         ON CONFLICT (name_key) DO UPDATE SET failures = tried.failures
         RETURNING failures, last_at, clock_timestamp() AS at`,
        [nameKey],
      );
      if (!row) throw new Error('a try was not counted');
      const waitSeconds = secondsToWait({ count: row.failures, lastAt: row.last_at }, row.at);
      if (waitSeconds === 0) {
        await tx.query('UPDATE access.failed_try SET failures = failures + 1, last_at = $2 WHERE name_key = $1', [nameKey, row.at]);
      }
      return { at: row.at, waitSeconds };
    });
  }

  override async forget(tried: Tried): Promise<void> {
    await this.database.query('UPDATE access.failed_try SET failures = 0 WHERE name_key = $1', [this.keyOf(tried)]);
  }

  /** A name holds no NUL, so nobody types the key of a browser. */
  private keyOf({ name, browser }: Tried): Buffer {
    const counted = browser === undefined ? name : `${browser}\0${name}`;
    return createHmac('sha256', this.key).update(counted).digest();
  }
}
