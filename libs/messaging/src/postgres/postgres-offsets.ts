import { Offsets } from '#messaging/offsets';
import type { Database } from '#persistence/database';

export class PostgresOffsets extends Offsets {
  constructor(private readonly database: Database) {
    super();
  }

  override async next(group: string, topic: string, partition: number): Promise<number | null> {
    const rows = await this.database.query<{ next_offset: string }>(
      'SELECT next_offset FROM log.consumer_offset WHERE consumer_group = $1 AND topic = $2 AND part = $3',
      [group, topic, partition],
    );
    return rows[0] ? Number(rows[0].next_offset) : null;
  }

  override async positions(group: string, topic: string): Promise<ReadonlyMap<number, number>> {
    const rows = await this.database.query<{ part: number; next_offset: string }>(
      'SELECT part, next_offset FROM log.consumer_offset WHERE consumer_group = $1 AND topic = $2',
      [group, topic],
    );
    return new Map(rows.map((row) => [row.part, Number(row.next_offset)]));
  }
}
