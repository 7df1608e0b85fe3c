import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Acting } from '#access/acting';
import type { Principal } from '#access/principals';
import { cadrePage, type CadrePage, cadresQuestion } from '#contracts/console/cadres';
import { ForPeople } from '../asking/for-people';
import { ListCadres } from './list-cadres.query';

@ApiTags('console')
@ForPeople()
@Controller('api/v1/cadres')
export class ListCadresController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({ summary: 'Cadres, the highest level and priority first' })
  @ApiOkResponse({ description: 'One page; each row shows the day of its numbers.', standardSchema: cadrePage })
  async list(
    @Query({ schema: cadresQuestion }) question: z.infer<typeof cadresQuestion>,
    @Acting() { unit }: Principal,
  ): Promise<CadrePage> {
    return this.queries.execute(new ListCadres(unit, question));
  }
}
