import { Body, Controller, HttpCode, Param, Post, UseGuards, UsePipes } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiConflictResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Acting, RoleGuard } from '#access/acting';
import type { Principal } from '#access/principals';
import { chosenSubject, reasonOf } from '#contracts/console/written-by-people';
import { CLERKS_REFUSALS } from '#contracts/signals/receipt';
import { REQUEST_PIPE } from '#platform/http/request.pipe';
import { type Assigned, AssignSubject, type HandedUp, type Proposed } from './assign-subject.command';
import { RefuseSignal, type Refused } from './refuse-signal.command';

const eventIdText = z.guid();
/** The sender is told `because`, never `reason`, in which a clerk may name people. */
const refusal = z.strictObject({ because: z.enum(CLERKS_REFUSALS).default('other'), reason: reasonOf(1) });

@ApiTags('triage')
@UseGuards(RoleGuard)
@UsePipes(REQUEST_PIPE)
@Controller('api/v1/triage/:eventId')
export class SettleTriageController {
  constructor(private readonly commands: CommandBus) {}

  @Post('assignment')
  @HttpCode(200)
  @ApiOperation({ summary: 'Say which cadre or unit an item is about; what waited for it is released with it' })
  @ApiOkResponse({
    description:
      '{ eventId, state: settled, released }; { eventId, state: proposed } for a cadre who fits neither by ID number nor by name and unit, ' +
      'until a second clerk says the same; { eventId, state: refused, refusedWithIt, reason } for a cadre managed higher',
  })
  @ApiNotFoundResponse({ description: 'triage-item-not-found' })
  @ApiConflictResponse({ description: 'already-settled, second-person-needed, id-number-of-somebody-else, out-of-agency-range' })
  async assign(
    @Param('eventId', { schema: eventIdText }) eventId: string,
    @Body({ schema: chosenSubject }) named: z.infer<typeof chosenSubject>,
    @Acting() { id, unit }: Principal,
  ): Promise<Assigned | HandedUp | Proposed> {
    return this.commands.execute(new AssignSubject(eventId, named, id, unit));
  }

  @Post('refusal')
  @HttpCode(200)
  @ApiOperation({ summary: 'Do not enter an item; its content is removed, and what waited for it goes with it' })
  @ApiOkResponse({ description: '{ eventId, state: refused, refusedWithIt }' })
  @ApiNotFoundResponse({ description: 'triage-item-not-found' })
  @ApiConflictResponse({ description: 'already-settled' })
  async refuse(
    @Param('eventId', { schema: eventIdText }) eventId: string,
    @Body({ schema: refusal }) why: z.infer<typeof refusal>,
    @Acting() { id, unit }: Principal,
  ): Promise<Refused> {
    return this.commands.execute(new RefuseSignal(eventId, why, id, unit));
  }
}
