import { Body, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { z } from 'zod';
import { Acting } from '#access/acting';
import type { Principal } from '#access/principals';
import { dismissalRefused } from '#contracts/console/candidates';
import { candidateIdText } from '../decide-candidate/candidate-id';
import { CandidateRoute, decidedCandidate } from '../decide-candidate/candidate-route';
import type { DecidedCandidate } from '../decide-candidate/decide-candidate';
import { RefuseDismissal } from './refuse-dismissal.command';

@CandidateRoute()
export class RefuseDismissalController {
  constructor(private readonly commands: CommandBus) {}

  @Post('dismissal/refusal')
  @HttpCode(200)
  @ApiOperation({ summary: 'Do not agree, with a reason, with a dismissal that another person asked for' })
  @ApiOkResponse({ description: 'proposed', standardSchema: decidedCandidate })
  async refuse(
    @Param('id', { schema: candidateIdText }) id: string,
    @Body({ schema: dismissalRefused }) { reason }: z.infer<typeof dismissalRefused>,
    @Acting() by: Principal,
  ): Promise<DecidedCandidate> {
    return this.commands.execute(new RefuseDismissal(id, by.id, reason));
  }
}
