import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { UnitFile } from '#contracts/console/units';
import { LEVELS } from '#contracts/risk/risk-events';
import { dateOf } from '#domain/calendar/day';
import { type MemberRow, UnitQueries } from '#persistence/queries/unit-queries';
import { Clock } from '#platform/time/clock';
import { today } from '../asking/as-of';
import { unitNotFound } from '../asking/not-found';
import { ShowUnit } from './show-unit.query';

/** Each person once, whatever posts are held. */
function levelsOf(members: readonly MemberRow[]): UnitFile['levels'] {
  const people = new Map(members.map(({ id, level }) => [id, level]));
  return LEVELS.map((level, place) => ({ level, count: [...people.values()].filter((of) => of === place).length }));
}

const oldestOf = (members: readonly MemberRow[]): string | null => members.flatMap(({ as_of: day }) => day ?? []).toSorted()[0] ?? null;

@QueryHandler(ShowUnit)
export class ShowUnitHandler implements IQueryHandler<ShowUnit> {
  constructor(
    private readonly units: UnitQueries,
    private readonly clock: Clock,
  ) {}

  async execute({ scope, code }: ShowUnit): Promise<UnitFile> {
    const unit = await this.units.find(scope, code);
    if (!unit) throw unitNotFound();
    const members = await this.units.members(scope, code);
    return {
      code: unit.code,
      name: unit.name,
      category: unit.category,
      parentCode: unit.parent_code,
      parentName: unit.parent_name,
      members: members.map(({ id, name, post }) => ({ id, name, post })),
      levels: levelsOf(members),
      levelsOn: oldestOf(members),
      today: dateOf(today(this.clock)),
    };
  }
}
