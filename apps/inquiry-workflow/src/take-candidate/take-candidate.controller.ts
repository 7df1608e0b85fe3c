import { Body, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { z } from 'zod';
import { Acting } from '#access/acting';
import type { Principal } from '#access/principals';
import { taking } from '#contracts/console/candidates';
import { candidateIdText } from '../decide-candidate/candidate-id';
import { CandidateRoute, decidedCandidate } from '../decide-candidate/candidate-route';
import type { DecidedCandidate } from '../decide-candidate/decide-candidate';
import { TakeCandidate } from './take-candidate.command';

@CandidateRoute()
export class TakeCandidateController {
  constructor(private readonly commands: CommandBus) {}

  @Post('taking')
  @HttpCode(200)
  @ApiOperation({ summary: 'Register the candidate as a clue under its number' })
  @ApiOkResponse({ description: 'taken', standardSchema: decidedCandidate })
  async take(
    @Param('id', { schema: candidateIdText }) id: string,
    @Body({ schema: taking }) { clueNumber }: z.infer<typeof taking>,
    @Acting() by: Principal,
  ): Promise<DecidedCandidate> {
    return this.commands.execute(new TakeCandidate(id, by.id, clueNumber));
  }
}
