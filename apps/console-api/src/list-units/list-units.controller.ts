import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Acting } from '#access/acting';
import { CASE_READERS, type Principal } from '#access/principals';
import { type UnitsAnswer, unitsAnswer } from '#contracts/console/units';
import { ForPeople } from '../asking/for-people';
import { ListUnits } from './list-units.query';

@ApiTags('console')
@ForPeople()
@Controller('api/v1/units')
export class ListUnitsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({ summary: 'The units that the person sees, by code, with their readings for whoever reads cases' })
  @ApiOkResponse({ description: 'The units.', standardSchema: unitsAnswer })
  async list(@Acting() { unit, role }: Principal): Promise<UnitsAnswer> {
    return this.queries.execute(new ListUnits(unit, CASE_READERS.includes(role)));
  }
}
