import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Acting } from '#access/acting';
import type { Principal } from '#access/principals';
import { ForPeople } from '../asking/for-people';
import { ListUnits } from './list-units.query';
import { type UnitsAnswer, unitsAnswer } from './units-answer';

@ApiTags('console')
@ForPeople()
@Controller('api/v1/units')
export class ListUnitsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({ summary: 'The units that the person sees, by code' })
  @ApiOkResponse({ description: 'The units.', standardSchema: unitsAnswer })
  async list(@Acting() { unit }: Principal): Promise<UnitsAnswer> {
    return this.queries.execute(new ListUnits(unit));
  }
}
