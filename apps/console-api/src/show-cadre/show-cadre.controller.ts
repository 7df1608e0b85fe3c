import { Controller, Get, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Acting } from '#access/acting';
import type { Principal } from '#access/principals';
import { AsksPurpose } from '#access/asks-purpose';
import { cadreFile, type CadreFile } from '#contracts/console/cadres';
import { ForPeople } from '../asking/for-people';
import { ShowCadre } from './show-cadre.query';

@ApiTags('console')
@ForPeople()
@AsksPurpose()
@Controller('api/v1/cadres/:id')
export class ShowCadreController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({ summary: 'One cadre, the posts held, the latest first, and what was proposed' })
  @ApiOkResponse({ description: 'The cadre.', standardSchema: cadreFile })
  async show(@Param('id') cadreId: string, @Acting() { unit }: Principal): Promise<CadreFile> {
    return this.queries.execute(new ShowCadre(unit, cadreId));
  }
}
