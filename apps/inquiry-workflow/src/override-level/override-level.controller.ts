import { Body, Controller, HttpCode, Param, Post, UseGuards, UsePipes } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiConflictResponse, ApiCreatedResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Acting, RoleGuard } from '#access/acting';
import type { Principal } from '#access/principals';
import { overrideAsked, type OverrideAskedFor, type OverrideMade, overrideMade, overrideReason } from '#contracts/console/overrides';
import { REQUEST_PIPE } from '#platform/http/request.pipe';
import { AskOverride, DecideOverride } from './override-level.command';

type Because = z.infer<typeof overrideReason>;
const IS = { description: 'Its state.', standardSchema: overrideMade } as const;
const overrideId = z.guid();

@ApiTags('overrides')
@UseGuards(RoleGuard)
@UsePipes(REQUEST_PIPE)
@ApiNotFoundResponse({ description: 'subject-not-found or override-not-found: nothing, or nothing in view' })
@ApiConflictResponse({ description: 'the state does not allow it; the code says why' })
@Controller('api/v1/overrides')
export class OverrideLevelController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @ApiOperation({ summary: 'Ask, with a reason and a last day, that a level be shown beside the computed one' })
  @ApiCreatedResponse(IS)
  async ask(@Body({ schema: overrideAsked }) asked: OverrideAskedFor, @Acting() by: Principal): Promise<OverrideMade> {
    return this.commands.execute(new AskOverride(asked, by));
  }

  @Post(':id/confirmation')
  @HttpCode(200)
  @ApiOperation({ summary: 'Confirm it, as another person than who asked: from today on it holds' })
  @ApiOkResponse(IS)
  async confirm(@Param('id', { schema: overrideId }) id: string, @Acting() by: Principal): Promise<OverrideMade> {
    return this.commands.execute(new DecideOverride(id, { type: 'confirm' }, by));
  }

  @Post(':id/refusal')
  @HttpCode(200)
  @ApiOperation({ summary: 'Refuse it, as another person than who asked, with a reason' })
  @ApiOkResponse(IS)
  async refuse(
    @Param('id', { schema: overrideId }) id: string,
    @Body({ schema: overrideReason }) { reason }: Because,
    @Acting() by: Principal,
  ): Promise<OverrideMade> {
    return this.commands.execute(new DecideOverride(id, { type: 'refuse', reason }, by));
  }

  @Post(':id/lifting')
  @HttpCode(200)
  @ApiOperation({ summary: 'End it before its last day, with a reason' })
  @ApiOkResponse(IS)
  async lift(
    @Param('id', { schema: overrideId }) id: string,
    @Body({ schema: overrideReason }) { reason }: Because,
    @Acting() by: Principal,
  ): Promise<OverrideMade> {
    return this.commands.execute(new DecideOverride(id, { type: 'lift', reason }, by));
  }
}
