import { Body, Controller, HttpCode, Param, Post, UseGuards, UsePipes } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiConflictResponse, ApiCreatedResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Acting, RoleGuard } from '#access/acting';
import type { Principal } from '#access/principals';
import { joiningAsked, type JoiningAskedFor, type JoiningMade, joiningMade, undoingAsked } from '#contracts/console/joinings';
import { REQUEST_PIPE } from '#platform/http/request.pipe';
import { JoinSignals, UndoJoining } from './join-signals.command';

@ApiTags('joinings')
@UseGuards(RoleGuard)
@UsePipes(REQUEST_PIPE)
@Controller('api/v1/joinings')
export class JoinSignalsController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @ApiOperation({ summary: 'Say that matters about one subject are one, or that letters are of one text or one burst' })
  @ApiCreatedResponse({ description: 'The reading follows in a moment; it can be undone.', standardSchema: joiningMade })
  @ApiNotFoundResponse({ description: 'subject-not-found: nobody, or nobody in view' })
  @ApiConflictResponse({
    description: "signal-of-another: a signal is not the subject's, or no longer; the other codes say what cannot be joined",
  })
  async join(@Body({ schema: joiningAsked }) asked: JoiningAskedFor, @Acting() { id, unit }: Principal): Promise<JoiningMade> {
    return this.commands.execute(new JoinSignals(asked, id, unit));
  }

  @Post(':id/undoing')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take back what was joined: afterwards it is as if it had never been' })
  @ApiOkResponse({ description: 'undone', standardSchema: joiningMade })
  @ApiNotFoundResponse({ description: 'joining-not-found' })
  @ApiConflictResponse({ description: 'joining-undone-already' })
  async undo(
    @Param('id', { schema: z.guid() }) joining: string,
    @Body({ schema: undoingAsked }) { reason }: z.infer<typeof undoingAsked>,
    @Acting() { id, unit }: Principal,
  ): Promise<JoiningMade> {
    return this.commands.execute(new UndoJoining(joining, reason, id, unit));
  }
}
