import { Body, Controller, Get, HttpCode, Post, UseGuards, UsePipes } from '@nestjs/common';
import { ApiAcceptedResponse, ApiConflictResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Acting, RoleGuard } from '#access/acting';
import type { Principal } from '#access/principals';
import { rebuildAnswer, type RebuildAnswer, rebuildStarted, slotsSwitched } from '#contracts/console/rebuild';
import { REQUEST_PIPE } from '#platform/http/request.pipe';
import { Rebuilds } from './rebuilds';
import { RebuildStatus } from './rebuild-status';
import { rethrowAsProblem } from './rule-problem';

/** All readings made anew, compared, switched to and taken back; each act answers how the slots stand after it. */
@ApiTags('rebuild')
@ApiConflictResponse({ description: 'the slots do not allow it; the code says why' })
@Controller('api/v1/rebuild')
@UseGuards(RoleGuard)
@UsePipes(REQUEST_PIPE)
export class RebuildController {
  constructor(
    private readonly rebuilds: Rebuilds,
    private readonly status: RebuildStatus,
  ) {}

  @Get()
  @ApiOperation({ summary: 'How the two slots stand: progress, certificate, switches' })
  @ApiOkResponse({ description: 'As of the moment of asking.', standardSchema: rebuildAnswer })
  async tell(): Promise<RebuildAnswer> {
    return this.status.tell();
  }

  @Post()
  @HttpCode(202)
  @ApiOperation({ summary: 'Make all readings anew in the other slot, under the live policy or an approved one' })
  @ApiAcceptedResponse({ description: 'Work has begun; whatever stood in the other slot is gone.', standardSchema: rebuildAnswer })
  async start(
    @Body({ schema: rebuildStarted }) { policy }: z.infer<typeof rebuildStarted>,
    @Acting() { id }: Principal,
  ): Promise<RebuildAnswer> {
    await this.rebuilds.start(policy, id).catch(rethrowAsProblem);
    return this.status.tell();
  }

  @Post('certificate')
  @HttpCode(202)
  @ApiOperation({ summary: 'Compare the other slot with the ledger and with the live one' })
  @ApiAcceptedResponse({ description: 'The certificate stands in the answer once it is made.', standardSchema: rebuildAnswer })
  async certify(@Acting() { id }: Principal): Promise<RebuildAnswer> {
    await this.rebuilds.askCertificate(id).catch(rethrowAsProblem);
    return this.status.tell();
  }

  @Post('switch')
  @HttpCode(200)
  @ApiOperation({ summary: 'Make the other slot live, and its policy; not by who had it made' })
  @ApiOkResponse({ description: 'Switched; what was live stands by for one step back.', standardSchema: rebuildAnswer })
  async switch(
    @Body({ schema: slotsSwitched }) { reason }: z.infer<typeof slotsSwitched>,
    @Acting() { id }: Principal,
  ): Promise<RebuildAnswer> {
    await this.rebuilds.flip({ kind: 'switch', by: id, reason }).catch(rethrowAsProblem);
    return this.status.tell();
  }

  @Post('back')
  @HttpCode(200)
  @ApiOperation({ summary: 'One step back to what was live before the last switch' })
  @ApiOkResponse({ description: 'Switched back.', standardSchema: rebuildAnswer })
  async back(
    @Body({ schema: slotsSwitched }) { reason }: z.infer<typeof slotsSwitched>,
    @Acting() { id }: Principal,
  ): Promise<RebuildAnswer> {
    await this.rebuilds.flip({ kind: 'back', by: id, reason }).catch(rethrowAsProblem);
    return this.status.tell();
  }

  @Post('drop')
  @HttpCode(200)
  @ApiOperation({ summary: 'Empty the other slot; a way back ends with it' })
  @ApiOkResponse({ description: 'Dropped.', standardSchema: rebuildAnswer })
  async drop(): Promise<RebuildAnswer> {
    await this.rebuilds.drop().catch(rethrowAsProblem);
    return this.status.tell();
  }
}
