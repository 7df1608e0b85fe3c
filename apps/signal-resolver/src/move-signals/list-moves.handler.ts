import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { moveRow, type MoveRow, type MoveRows } from '#contracts/console/moves';
import { Database } from '#persistence/database';
import { ListMoves } from './move-signals.command';

const MOST = 200;

interface Row {
  readonly id: string;
  readonly subject: string;
  readonly subject_name: string | null;
  readonly to_subject: string | null;
  readonly to_name: string | null;
  readonly signals: string[];
  readonly reason: string;
  readonly asked_by: string;
  readonly asked_on: string;
  readonly confirmed: boolean | null;
  readonly decided_by: string | null;
  readonly decided_on: string | null;
  readonly refused_because: string | null;
}

@QueryHandler(ListMoves)
export class ListMovesHandler implements IQueryHandler<ListMoves> {
  constructor(private readonly database: Database) {}

  async execute({ scope, question }: ListMoves): Promise<MoveRows> {
    const sql = `SELECT * FROM console.move
      WHERE CASE WHEN $1::uuid IS NULL THEN confirmed IS NULL ELSE signals @> ARRAY[$1::uuid] END ORDER BY asked_on, id LIMIT $2`;
    const rows = await this.database.readAs(scope, async (reading) => reading.query<Row>(sql, [question.signal ?? null, MOST]));
    return { items: rows.map(told) };
  }
}

function told(row: Row): MoveRow {
  const { id, signals, reason, subject, to_subject: to } = row;
  return moveRow.parse({
    id,
    state: row.confirmed === null ? 'waiting' : row.confirmed ? 'done' : 'refused',
    signals,
    from: { id: subject, name: row.subject_name ?? subject },
    to: to === null ? null : { id: to, name: row.to_name ?? to },
    reason,
    askedBy: row.asked_by,
    askedOn: row.asked_on,
    decidedBy: row.decided_by,
    decidedOn: row.decided_on,
    refusedBecause: row.refused_because,
  });
}
