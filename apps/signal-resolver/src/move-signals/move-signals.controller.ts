import { Body, Controller, Get, HttpCode, Param, Post, Query, UseGuards, UsePipes } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiConflictResponse, ApiCreatedResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Acting, RoleGuard } from '#access/acting';
import { AsksPurpose } from '#access/asks-purpose';
import type { Principal } from '#access/principals';
import {
  moveAsked,
  type MoveAskedFor,
  type MoveMade,
  moveMade,
  moveRefused,
  type MoveRows,
  moveRows,
  movesQuestion,
  type MovesQuestion,
} from '#contracts/console/moves';
import { cadreSearch, type FoundCadres, foundCadres } from '#contracts/console/triage';
import { REQUEST_PIPE } from '#platform/http/request.pipe';
import { AskMove, DecideMove, FindRightCadres, ListMoves } from './move-signals.command';

const moveId = z.guid();
const IS = { description: 'Its state.', standardSchema: moveMade } as const;

@ApiTags('moves')
@UseGuards(RoleGuard)
@UsePipes(REQUEST_PIPE)
@Controller('api/v1/moves')
export class MoveSignalsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Moves that wait for their second person, or all of one signal' })
  @ApiOkResponse({ description: 'Those of which both subjects are in view, the oldest first; at most 200.', standardSchema: moveRows })
  async list(@Query({ schema: movesQuestion }) question: MovesQuestion, @Acting() { unit }: Principal): Promise<MoveRows> {
    return this.queries.execute(new ListMoves(unit, question));
  }

  @Get(':eventId/cadres')
  @AsksPurpose()
  @ApiOperation({ summary: 'Cadres of a name, or of the beginning of one, whom a signal at hand may really be about' })
  @ApiOkResponse({ description: 'At most 20.', standardSchema: foundCadres })
  @ApiNotFoundResponse({ description: 'signal-not-found: nothing, or nothing in view' })
  async find(
    @Param('eventId', { schema: moveId }) eventId: string,
    @Query({ schema: cadreSearch }) { name }: z.infer<typeof cadreSearch>,
    @Acting() { unit }: Principal,
  ): Promise<FoundCadres> {
    return this.queries.execute(new FindRightCadres(unit, eventId, name));
  }

  @Post()
  @ApiOperation({ summary: 'Ask, with a reason, that signals be taken from their subject and told of another, or be matched anew' })
  @ApiCreatedResponse(IS)
  @ApiNotFoundResponse({ description: 'signal-not-found: nothing, or nothing in view' })
  @ApiConflictResponse({ description: 'what is asked for cannot be; the code says why' })
  async ask(@Body({ schema: moveAsked }) asked: MoveAskedFor, @Acting() by: Principal): Promise<MoveMade> {
    return this.commands.execute(new AskMove(asked, by));
  }

  @Post(':id/confirmation')
  @HttpCode(200)
  @ApiOperation({ summary: 'Confirm it, as another person than who asked: the readings of both follow, and alerts are corrected' })
  @ApiOkResponse(IS)
  @ApiNotFoundResponse({ description: 'move-not-found' })
  @ApiConflictResponse({ description: 'the state does not allow it; the code says why' })
  async confirm(@Param('id', { schema: moveId }) id: string, @Acting() by: Principal): Promise<MoveMade> {
    return this.commands.execute(new DecideMove(id, by));
  }

  @Post(':id/refusal')
  @HttpCode(200)
  @ApiOperation({ summary: 'Refuse it, as another person than who asked, with a reason' })
  @ApiOkResponse(IS)
  @ApiNotFoundResponse({ description: 'move-not-found' })
  @ApiConflictResponse({ description: 'the state does not allow it; the code says why' })
  async refuse(
    @Param('id', { schema: moveId }) id: string,
    @Body({ schema: moveRefused }) { reason }: z.infer<typeof moveRefused>,
    @Acting() by: Principal,
  ): Promise<MoveMade> {
    return this.commands.execute(new DecideMove(id, by, reason));
  }
}
