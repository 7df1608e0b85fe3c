import { Body, Controller, Get, HttpCode, Param, Post, UseGuards, UsePipes } from '@nestjs/common';
import { ApiAcceptedResponse, ApiConflictResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Acting, RoleGuard } from '#access/acting';
import type { Principal } from '#access/principals';
import { backtestAnswer, type BacktestAnswer, newBacktest, type NewBacktest } from '#contracts/console/backtests';
import { policyId } from '#contracts/console/policies';
import { Problem } from '#platform/http/problem';
import { REQUEST_PIPE } from '#platform/http/request.pipe';
import { PolicyFiles } from '../show-policies/policy-files';
import { Backtests } from './backtests';

/** What a policy would change, before anybody approves it; by counts, so nobody has to say what for. */
@ApiTags('policies')
@UseGuards(RoleGuard)
@UsePipes(REQUEST_PIPE)
@ApiNotFoundResponse({ description: 'policy-not-found' })
@Controller('api/v1/policies/:id/backtest')
export class BacktestPolicyController {
  constructor(
    private readonly files: PolicyFiles,
    private readonly backtests: Backtests,
  ) {}

  @Post()
  @HttpCode(202)
  @ApiOperation({ summary: 'Read all subjects under the live policy and under this one' })
  @ApiAcceptedResponse({ description: 'It goes on; ask for it again.', standardSchema: backtestAnswer })
  @ApiConflictResponse({ description: 'backtest-not-total, backtest-not-of-points, backtest-running' })
  async begin(
    @Param('id', { schema: policyId }) id: string,
    @Body({ schema: newBacktest }) { hours }: NewBacktest,
    @Acting() { id: by }: Principal,
  ): Promise<BacktestAnswer> {
    const { kind, hash, document, findings } = await this.files.show(id);
    if (kind !== 'odds') throw new Problem(409, 'backtest-not-of-points', '积分办法不参与证据分试算。');
    if (hash === null || document === null || findings.length > 0) {
      throw new Problem(409, 'backtest-not-total', '规则尚不完整，请先按检查意见补正再试算。');
    }
    return this.backtests.begin({ policyId: id, hash, document, by, hours });
  }

  @Get()
  @ApiOperation({ summary: 'The last backtest of the document as it is now, with how far it is' })
  @ApiOkResponse({ description: 'Groups of fewer than ten people are held back.', standardSchema: backtestAnswer })
  async tell(@Param('id', { schema: policyId }) id: string): Promise<BacktestAnswer> {
    const { hash } = await this.files.show(id);
    return hash === null ? { backtest: null } : this.backtests.last(id, hash);
  }
}
