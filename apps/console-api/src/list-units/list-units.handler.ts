import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { UnitQueries } from '#persistence/queries/unit-queries';
import { ListUnits } from './list-units.query';
import type { UnitsAnswer } from './units-answer';

@QueryHandler(ListUnits)
export class ListUnitsHandler implements IQueryHandler<ListUnits> {
  constructor(private readonly units: UnitQueries) {}

  async execute({ scope }: ListUnits): Promise<UnitsAnswer> {
    return { items: [...(await this.units.list(scope))] };
  }
}
