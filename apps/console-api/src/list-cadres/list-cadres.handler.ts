import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import type { CadrePage, CadreRow } from '#contracts/console/cadres';
import { dateOf } from '#domain/calendar/day';
import { levelName } from '#domain/risk/level';
import { type CadreListRow, type CadrePlace, CadreQueries } from '#persistence/queries/cadre-queries';
import { DataDay } from '#persistence/queries/data-day';
import { Clock } from '#platform/time/clock';
import { today } from '../asking/as-of';
import { pageOf, readCursor } from '#platform/http/cursor';
import { ListCadres } from './list-cadres.query';
import { placedLevel } from './placed-level';

const place = z.strictObject({ level: z.int().min(0).max(4), p: z.int32(), id: z.string() });

const placeOf = (row: CadreListRow): CadrePlace => ({ level: row.level ?? 0, p: row.p_milli ?? 0, id: row.id });

function cadreRow(row: CadreListRow, day: string): CadreRow {
  return {
    id: row.id,
    name: row.name,
    category: row.category,
    post: row.post,
    unitCode: row.unit_code,
    unitName: row.unit_name,
    level: levelName(row.level ?? 0),
    floor: row.floor === null || row.floor_until === null ? null : { level: levelName(row.floor), until: row.floor_until },
    e: row.e_milli ?? 0,
    p: row.p_milli ?? 0,
    day: row.as_of ?? day,
    enteredOn: row.entered_on,
    incomplete: row.blocked_by !== null,
  };
}

@QueryHandler(ListCadres)
export class ListCadresHandler implements IQueryHandler<ListCadres> {
  constructor(
    private readonly cadres: CadreQueries,
    private readonly dataDay: DataDay,
    private readonly clock: Clock,
  ) {}

  async execute({ scope, question }: ListCadres): Promise<CadrePage> {
    const { cursor, limit, ...filters } = question;
    const after = readCursor(cursor, place);
    const [rows, oldest] = await Promise.all([
      this.cadres.list(scope, { ...placedLevel(filters), after, limit: limit + 1 }),
      this.dataDay.of(scope),
    ]);
    const now = dateOf(today(this.clock));
    const { items, next } = pageOf(rows, limit, placeOf);
    return { items: items.map((row) => cadreRow(row, now)), next, day: oldest ?? now };
  }
}
