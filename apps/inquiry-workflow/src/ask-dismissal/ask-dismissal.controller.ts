import { Body, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { z } from 'zod';
import { Acting } from '#access/acting';
import type { Principal } from '#access/principals';
import { dismissalAsked } from '#contracts/console/candidates';
import { candidateIdText } from '../decide-candidate/candidate-id';
import { CandidateRoute, decidedCandidate } from '../decide-candidate/candidate-route';
import type { DecidedCandidate } from '../decide-candidate/decide-candidate';
import { AskDismissal } from './ask-dismissal.command';

@CandidateRoute()
export class AskDismissalController {
  constructor(private readonly commands: CommandBus) {}

  @Post('dismissal')
  @HttpCode(200)
  @ApiOperation({ summary: 'Ask, with a reason, that no inquiry follow; another person answers' })
  @ApiOkResponse({ description: 'dismissal-asked', standardSchema: decidedCandidate })
  async ask(
    @Param('id', { schema: candidateIdText }) id: string,
    @Body({ schema: dismissalAsked }) { reason }: z.infer<typeof dismissalAsked>,
    @Acting() by: Principal,
  ): Promise<DecidedCandidate> {
    return this.commands.execute(new AskDismissal(id, by.id, reason));
  }
}
