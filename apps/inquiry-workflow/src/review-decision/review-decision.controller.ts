import { Body, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { z } from 'zod';
import { Acting } from '#access/acting';
import type { Principal } from '#access/principals';
import { decisionReview } from '#contracts/console/candidates';
import { candidateIdText } from '../decide-candidate/candidate-id';
import { CandidateRoute, decidedCandidate } from '../decide-candidate/candidate-route';
import type { DecidedCandidate } from '../decide-candidate/decide-candidate';
import { ReviewDecision } from './review-decision.command';

@CandidateRoute()
export class ReviewDecisionController {
  constructor(private readonly commands: CommandBus) {}

  @Post('review')
  @HttpCode(200)
  @ApiOperation({ summary: 'Say, with a reason, whether a decision stands of whose basis something fell away' })
  @ApiOkResponse({ description: 'as it was decided, or withdrawn', standardSchema: decidedCandidate })
  async review(
    @Param('id', { schema: candidateIdText }) id: string,
    @Body({ schema: decisionReview }) review: z.infer<typeof decisionReview>,
    @Acting() by: Principal,
  ): Promise<DecidedCandidate> {
    return this.commands.execute(new ReviewDecision(id, by.id, review));
  }
}
