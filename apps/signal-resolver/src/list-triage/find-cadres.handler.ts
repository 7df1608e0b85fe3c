import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { FoundCadres } from '#contracts/console/triage';
import { Database } from '#persistence/database';
import { itemNotFound } from '../settle-triage/item-not-found';
import { FindCadres } from './list-triage.query';
import { openItems } from './open-items';

const MOST = 20;

/** Nobody searches for people without an item at hand (domain: safeguards 9, misuse tests). */
@QueryHandler(FindCadres)
export class FindCadresHandler implements IQueryHandler<FindCadres> {
  constructor(private readonly database: Database) {}

  async execute({ scope, eventId, name }: FindCadres): Promise<FoundCadres> {
    const [item] = await openItems(this.database, scope, { eventId, limit: 1 });
    if (!item) throw itemNotFound();
    const sql = `
      SELECT cadre.id, cadre.name, coalesce(array_agg(held.unit_name || held.title ORDER BY held.from_day DESC)
                                            FILTER (WHERE held.title IS NOT NULL), '{}') AS posts
        FROM resolver.cadre LEFT JOIN console.post_held held ON held.cadre_id = cadre.id
       WHERE starts_with(cadre.name, $1) AND cadre.id NOT IN (SELECT console.managed_higher())
       GROUP BY cadre.id, cadre.name ORDER BY cadre.name, cadre.id LIMIT $2`;
    const rows = await this.database.readAs(scope, async (reading) =>
      reading.query<{ id: string; name: string; posts: string[] }>(sql, [name, MOST]),
    );
    return { items: rows.map(({ id, name: found, posts }) => ({ cadreId: id, name: found, posts })) };
  }
}
