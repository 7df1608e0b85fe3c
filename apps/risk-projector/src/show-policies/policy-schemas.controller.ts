import { Controller, Get, Header, Param, UsePipes } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { policyKind } from '#contracts/console/policies';
import type { PolicyKind } from '#domain/policy/policy-life';
import { ODDS_POLICY_SCHEMA } from '#domain/risk/policy-shape';
import { Problem } from '#platform/http/problem';
import { QUESTION_PIPE } from '#platform/http/request.pipe';

/** By kind of policy, what its documents look like. */
const SCHEMAS: Partial<Record<PolicyKind, string>> = { odds: JSON.stringify(ODDS_POLICY_SCHEMA) };

/** Open to all, like the description of the HTTP side. */
@ApiTags('documents')
@UsePipes(QUESTION_PIPE)
@Controller('api/v1/policies/schema')
export class PolicySchemasController {
  @Get(':kind')
  @Header('content-type', 'application/schema+json; charset=utf-8')
  @ApiOperation({ summary: 'What a policy of a kind looks like, as JSON Schema 2020-12' })
  @ApiOkResponse({ description: 'A JSON Schema.', content: { 'application/schema+json': { schema: { type: 'object' } } } })
  @ApiNotFoundResponse({ description: 'policy-kind-not-offered' })
  tell(@Param('kind', { schema: policyKind }) kind: PolicyKind): string {
    const schema = SCHEMAS[kind];
    if (schema === undefined) throw new Problem(404, 'policy-kind-not-offered', '暂不支持起草这种规则。');
    return schema;
  }
}
