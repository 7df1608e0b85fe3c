import { Controller, Get, Header, Param, Query, Res, UseGuards, UsePipes } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { RoleGuard } from '#access/acting';
import {
  differenceQuestion,
  type DifferenceQuestion,
  type PoliciesQuestion,
  policiesQuestion,
  type PolicyDifference,
  policyDifference,
  policyFile,
  type PolicyFile,
  policyId,
  policyPage,
  type PolicyPage,
} from '#contracts/console/policies';
import { QUESTION_PIPE } from '#platform/http/request.pipe';
import { ComparePolicies } from './compare-policies.query';
import { policyNotJson } from '../decide-policy/rule-problem';
import { ListPolicies } from './list-policies.query';
import { PolicyFiles } from './policy-files';

@ApiTags('policies')
@UseGuards(RoleGuard)
@UsePipes(QUESTION_PIPE)
@Controller('api/v1/policies')
export class ShowPoliciesController {
  constructor(
    private readonly queries: QueryBus,
    private readonly files: PolicyFiles,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Policies, drafts too, the latest change first' })
  @ApiOkResponse({ description: 'One page.', standardSchema: policyPage })
  async list(@Query({ schema: policiesQuestion }) question: PoliciesQuestion): Promise<PolicyPage> {
    return this.queries.execute(new ListPolicies(question));
  }

  @Get(':id')
  @ApiOperation({ summary: 'One policy with all that was decided about it and what is wrong with it' })
  @ApiOkResponse({ description: 'The text is as its author sent it.', standardSchema: policyFile })
  @ApiNotFoundResponse({ description: 'policy-not-found' })
  async show(@Param('id', { schema: policyId }) id: string): Promise<PolicyFile> {
    return this.files.show(id);
  }

  @Get(':id/difference')
  @ApiOperation({ summary: 'What differs from another policy, in words; from the live one without another' })
  @ApiOkResponse({ description: 'A line for each difference.', standardSchema: policyDifference })
  @ApiNotFoundResponse({ description: 'policy-not-found' })
  async compare(
    @Param('id', { schema: policyId }) id: string,
    @Query({ schema: differenceQuestion }) { from }: DifferenceQuestion,
  ): Promise<PolicyDifference> {
    return this.queries.execute(new ComparePolicies(id, from));
  }

  @Get(':id/document')
  @Header('content-type', 'application/json; charset=utf-8')
  @ApiOperation({ summary: 'The policy as a file: canonical JSON, whose SHA-256 is its name' })
  @ApiOkResponse({ description: 'The document.', content: { 'application/json': { schema: { type: 'object' } } } })
  @ApiNotFoundResponse({ description: 'policy-not-found' })
  async export(@Param('id', { schema: policyId }) id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { kind, hash, document } = await this.files.show(id);
    if (document === null || hash === null) throw policyNotJson();
    void reply.header('content-disposition', `attachment; filename="policy-${kind}-${hash.slice(0, 12)}.json"`);
    return document;
  }
}
