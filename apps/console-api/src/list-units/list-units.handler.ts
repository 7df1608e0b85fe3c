import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { UnitRow, UnitsAnswer } from '#contracts/console/units';
import { dateOf } from '#domain/calendar/day';
import { levelName } from '#domain/risk/level';
import { type UnitListRow, UnitQueries } from '#persistence/queries/unit-queries';
import { Clock } from '#platform/time/clock';
import { today } from '../asking/as-of';
import { ListUnits } from './list-units.query';

function readingOf(row: UnitListRow, day: string): UnitRow['reading'] {
  return {
    level: levelName(row.level ?? 0),
    e: row.e_milli ?? 0,
    p: row.p_milli ?? 0,
    day: row.as_of ?? day,
    enteredOn: row.entered_on,
    incomplete: row.blocked_by !== null,
  };
}

@QueryHandler(ListUnits)
export class ListUnitsHandler implements IQueryHandler<ListUnits> {
  constructor(
    private readonly units: UnitQueries,
    private readonly clock: Clock,
  ) {}

  async execute({ scope, withReadings }: ListUnits): Promise<UnitsAnswer> {
    const day = dateOf(today(this.clock));
    const rows = await this.units.list(scope);
    const items = rows.map((row) => {
      const { code, name, category, parent_code: parentCode } = row;
      return { code, name, category, parentCode, reading: withReadings ? readingOf(row, day) : null };
    });
    return { items, day };
  }
}
