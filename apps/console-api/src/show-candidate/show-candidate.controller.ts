import { Controller, Get, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Acting } from '#access/acting';
import { AsksPurpose } from '#access/asks-purpose';
import type { Principal } from '#access/principals';
import { candidateFile, type CandidateFile } from '#contracts/console/candidates';
import { ForPeople } from '../asking/for-people';
import { ShowCandidate } from './show-candidate.query';

@ApiTags('console')
@ForPeople()
@AsksPurpose()
@Controller('api/v1/candidates/:id')
export class ShowCandidateController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({ summary: 'One proposed inquiry: why it was proposed, what is advised, what happened' })
  @ApiOkResponse({ description: 'Reasons are frozen as of the proposal.', standardSchema: candidateFile })
  async show(@Param('id') candidateId: string, @Acting() { unit }: Principal): Promise<CandidateFile> {
    return this.queries.execute(new ShowCandidate(unit, candidateId));
  }
}
