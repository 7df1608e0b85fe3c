import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ForPeople } from '../asking/for-people';
import { ListUnits } from './list-units.query';
import { type UnitsAnswer, unitsAnswer } from './units-answer';

@ApiTags('console')
@ForPeople()
@Controller('api/v1/units')
export class ListUnitsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({ summary: 'All units, by code' })
  @ApiOkResponse({ description: 'The units.', standardSchema: unitsAnswer })
  async list(): Promise<UnitsAnswer> {
    return this.queries.execute(new ListUnits());
  }
}
