import { Body, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { z } from 'zod';
import { Acting } from '#access/acting';
import type { Principal } from '#access/principals';
import { candidateRelease } from '#contracts/console/candidates';
import { candidateIdText } from '../decide-candidate/candidate-id';
import { CandidateRoute, decidedCandidate } from '../decide-candidate/candidate-route';
import type { DecidedCandidate } from '../decide-candidate/decide-candidate';
import { ReleaseCandidate } from './release-candidate.command';

@CandidateRoute()
export class ReleaseCandidateController {
  constructor(private readonly commands: CommandBus) {}

  @Post('release')
  @HttpCode(200)
  @ApiOperation({ summary: 'Let a candidate go that was held because there were more that day than the limit' })
  @ApiOkResponse({ description: 'proposed', standardSchema: decidedCandidate })
  async release(
    @Param('id', { schema: candidateIdText }) id: string,
    @Body({ schema: candidateRelease }) { reason }: z.infer<typeof candidateRelease>,
    @Acting() by: Principal,
  ): Promise<DecidedCandidate> {
    return this.commands.execute(new ReleaseCandidate(id, by.id, reason));
  }
}
