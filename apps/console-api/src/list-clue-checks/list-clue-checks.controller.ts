import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Acting } from '#access/acting';
import type { Principal } from '#access/principals';
import { clueCheckPage, type ClueCheckPage, clueChecksQuestion, type ClueChecksQuestion } from '#contracts/console/clue-checks';
import { ForPeople } from '../asking/for-people';
import { ListClueChecks } from './list-clue-checks.query';

@ApiTags('console')
@ForPeople()
@Controller('api/v1/clue-checks')
export class ListClueChecksController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({ summary: 'Who reached the level but not the gate, the longest waiting first' })
  @ApiOkResponse({ description: 'One page; a passed gate takes its cadre off the list.', standardSchema: clueCheckPage })
  async list(@Query({ schema: clueChecksQuestion }) question: ClueChecksQuestion, @Acting() { unit }: Principal): Promise<ClueCheckPage> {
    return this.queries.execute(new ListClueChecks(unit, question));
  }
}
