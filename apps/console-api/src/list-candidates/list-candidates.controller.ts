import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Acting } from '#access/acting';
import type { Principal } from '#access/principals';
import { candidatePage, type CandidatePage, candidatesQuestion } from '#contracts/console/candidates';
import { ForPeople } from '../asking/for-people';
import { ListCandidates } from './list-candidates.query';

@ApiTags('console')
@ForPeople()
@Controller('api/v1/candidates')
export class ListCandidatesController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({ summary: 'Proposed inquiries, the overdue first, then by priority' })
  @ApiOkResponse({ description: 'One page; reasons are frozen as of the proposal.', standardSchema: candidatePage })
  async list(
    @Query({ schema: candidatesQuestion }) question: z.infer<typeof candidatesQuestion>,
    @Acting() { unit }: Principal,
  ): Promise<CandidatePage> {
    return this.queries.execute(new ListCandidates(unit, question));
  }
}
