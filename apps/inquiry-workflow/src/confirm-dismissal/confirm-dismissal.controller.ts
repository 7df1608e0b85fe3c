import { HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Acting } from '#access/acting';
import type { Principal } from '#access/principals';
import { candidateIdText } from '../decide-candidate/candidate-id';
import { CandidateRoute, decidedCandidate } from '../decide-candidate/candidate-route';
import type { DecidedCandidate } from '../decide-candidate/decide-candidate';
import { ConfirmDismissal } from './confirm-dismissal.command';

@CandidateRoute()
export class ConfirmDismissalController {
  constructor(private readonly commands: CommandBus) {}

  @Post('dismissal/confirmation')
  @HttpCode(200)
  @ApiOperation({ summary: 'Agree with a dismissal that another person asked for' })
  @ApiOkResponse({ description: 'dismissed', standardSchema: decidedCandidate })
  async confirm(@Param('id', { schema: candidateIdText }) id: string, @Acting() by: Principal): Promise<DecidedCandidate> {
    return this.commands.execute(new ConfirmDismissal(id, by.id));
  }
}
