import type { Database, Scope } from '#persistence/database';

/** The day of the oldest number in a scope: today, unless the nightly re-reading is late or has stopped. */
export class DataDay {
  constructor(private readonly database: Pick<Database, 'readAs'>) {}

  /** @returns undefined where nothing has been read yet */
  async of(scope: Scope): Promise<string | undefined> {
    const sql = 'SELECT shown_on::text AS day FROM console.reading ORDER BY console.reading.shown_on LIMIT 1';
    const [oldest] = await this.database.readAs(scope, async (reading) => reading.query<{ day: string }>(sql));
    return oldest?.day;
  }
}
