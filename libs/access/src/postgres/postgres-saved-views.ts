import { MOST_VIEWS, type NewView, type SavedView, SavedViews } from '#access/saved-views';
import type { Database } from '#persistence/database';

export class PostgresSavedViews extends SavedViews {
  constructor(private readonly database: Database) {
    super();
  }

  override async list(person: string, page: string): Promise<readonly SavedView[]> {
    return this.database.query<SavedView>(
      'SELECT id, name, filters FROM access.saved_view WHERE person = $1 AND page = $2 ORDER BY saved_view.name',
      [person, page],
    );
  }

  override async keep(person: string, page: string, { name, filters }: NewView): Promise<SavedView | 'name-taken' | 'too-many'> {
    return this.database.transaction(async (tx) => {
      // One at a time for each person: two at once would both find room for the last.
      await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`saved-view/${person}`]);
      const kept = await tx.query<{ name: string }>('SELECT name FROM access.saved_view WHERE person = $1 AND page = $2', [person, page]);
      if (kept.some((view) => view.name === name)) return 'name-taken';
      if (kept.length >= MOST_VIEWS) return 'too-many';
      const [row] = await tx.query<{ id: string }>(
        'INSERT INTO access.saved_view (person, page, name, filters) VALUES ($1, $2, $3, $4) RETURNING id',
        [person, page, name, JSON.stringify(filters)],
      );
      if (!row) throw new Error('a view was kept without an id');
      return { id: row.id, name, filters };
    });
  }

  override async remove(person: string, id: string): Promise<boolean> {
    const removed = await this.database.query('DELETE FROM access.saved_view WHERE person = $1 AND id = $2 RETURNING 1', [person, id]);
    return removed.length > 0;
  }
}
