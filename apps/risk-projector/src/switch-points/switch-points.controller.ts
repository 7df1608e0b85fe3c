import { Controller, HttpCode, Param, Post, UseGuards, UsePipes } from '@nestjs/common';
import { ApiConflictResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Acting, RoleGuard } from '#access/acting';
import type { Principal } from '#access/principals';
import { policyFile, type PolicyFile, policyId } from '#contracts/console/policies';
import { dayOf } from '#domain/calendar/day';
import { Database } from '#persistence/database';
import { pointsGoLive, pointsRetire } from '#persistence/go-live';
import { Problem } from '#platform/http/problem';
import { REQUEST_PIPE } from '#platform/http/request.pipe';
import { civilDate, Clock } from '#platform/time/clock';
import { rethrowAsProblem } from '../decide-policy/rule-problem';
import { PolicyFiles } from '../show-policies/policy-files';

const IS = { description: 'The policy as it is now.', standardSchema: policyFile } as const;

/** A points scheme comes into force by a decision, for nothing has to be made ready (decision 0022); an odds policy by a switch of readings. */
@ApiTags('policies')
@UseGuards(RoleGuard)
@UsePipes(REQUEST_PIPE)
@ApiNotFoundResponse({ description: 'policy-not-found' })
@ApiConflictResponse({ description: 'the state does not allow it; the code says why' })
@Controller('api/v1/policies/:id')
export class SwitchPointsController {
  constructor(
    private readonly database: Database,
    private readonly files: PolicyFiles,
    private readonly clock: Clock,
  ) {}

  @Post('going-live')
  @HttpCode(200)
  @ApiOperation({ summary: 'Put an approved points scheme into force, in the place of the one of its name' })
  @ApiOkResponse(IS)
  async goLive(@Param('id', { schema: policyId }) id: string, @Acting() { id: by }: Principal): Promise<PolicyFile> {
    const hash = await this.hashOfScheme(id);
    await this.database.transaction(async (tx) => pointsGoLive(tx, hash, this.today(), by)).catch(rethrowAsProblem);
    return this.files.show(id);
  }

  @Post('retirement')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take a points scheme out of force; nothing comes in its place' })
  @ApiOkResponse(IS)
  async retire(@Param('id', { schema: policyId }) id: string, @Acting() { id: by }: Principal): Promise<PolicyFile> {
    await this.hashOfScheme(id);
    await this.database.transaction(async (tx) => pointsRetire(tx, id, this.today(), by)).catch(rethrowAsProblem);
    return this.files.show(id);
  }

  private today(): number {
    return dayOf(civilDate(this.clock.now()));
  }

  /** @throws Problem 404; 409 for an odds policy */
  private async hashOfScheme(id: string): Promise<string> {
    const { kind, hash } = await this.files.show(id);
    if (kind !== 'points') throw new Problem(409, 'policy-needs-a-switch', '预警规则须通过重建切换启用，不能直接启用或停用。');
    return hash ?? '';
  }
}
