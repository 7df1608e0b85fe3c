import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Acting } from '#access/acting';
import type { Principal } from '#access/principals';
import {
  policyReviewPage,
  type PolicyReviewPage,
  policyReviewsQuestion,
  type PolicyReviewsQuestion,
} from '#contracts/console/policy-reviews';
import { ForPeople } from '../asking/for-people';
import { ListPolicyReviews } from './list-policy-reviews.query';

@ApiTags('console')
@ForPeople()
@Controller('api/v1/policy-reviews')
export class ListPolicyReviewsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({ summary: 'Who stands higher since a switch of readings, by the policy alone: for people to look at' })
  @ApiOkResponse({ description: 'One page, the latest switch and the highest level first.', standardSchema: policyReviewPage })
  async list(
    @Query({ schema: policyReviewsQuestion }) question: PolicyReviewsQuestion,
    @Acting() { unit }: Principal,
  ): Promise<PolicyReviewPage> {
    return this.queries.execute(new ListPolicyReviews(unit, question));
  }
}
