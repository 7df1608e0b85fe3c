import { Controller, Get, Header, Param, UsePipes } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { policyKind } from '#contracts/console/policies';
import type { PolicyKind } from '#domain/policy/policy-life';
import { SCHEME_SCHEMA } from '#domain/points/scheme-shape';
import { ODDS_POLICY_SCHEMA } from '#domain/risk/policy-shape';
import { QUESTION_PIPE } from '#platform/http/request.pipe';

/** By kind of policy, what its documents look like. */
const SCHEMAS: Readonly<Record<PolicyKind, string>> = { odds: JSON.stringify(ODDS_POLICY_SCHEMA), points: JSON.stringify(SCHEME_SCHEMA) };

/** Open to all, like the description of the HTTP side. */
@ApiTags('documents')
@UsePipes(QUESTION_PIPE)
@Controller('api/v1/policies/schema')
export class PolicySchemasController {
  @Get(':kind')
  @Header('content-type', 'application/schema+json; charset=utf-8')
  @ApiOperation({ summary: 'What a policy of a kind looks like, as JSON Schema 2020-12' })
  @ApiOkResponse({ description: 'A JSON Schema.', content: { 'application/schema+json': { schema: { type: 'object' } } } })
  tell(@Param('kind', { schema: policyKind }) kind: PolicyKind): string {
    return SCHEMAS[kind];
  }
}
