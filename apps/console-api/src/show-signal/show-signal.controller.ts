import { Controller, Get, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Acting } from '#access/acting';
import { AsksPurpose } from '#access/asks-purpose';
import type { Principal } from '#access/principals';
import { signalFile, type SignalFile } from '#contracts/console/signals';
import { ForPeople } from '../asking/for-people';
import { ShowSignal } from './show-signal.query';

const eventIdText = z.guid();

@ApiTags('console')
@ForPeople()
@AsksPurpose()
@Controller('api/v1/signals')
export class ShowSignalController {
  constructor(private readonly queries: QueryBus) {}

  @Get(':eventId')
  @ApiOperation({ summary: 'One signal with its fields and what it does in the reading today' })
  @ApiOkResponse({ description: 'Texts of petitions are not shown.', standardSchema: signalFile })
  @ApiNotFoundResponse({ description: 'signal-not-found' })
  async show(@Param('eventId', { schema: eventIdText }) eventId: string, @Acting() reader: Principal): Promise<SignalFile> {
    return this.queries.execute(new ShowSignal(reader, eventId));
  }
}
