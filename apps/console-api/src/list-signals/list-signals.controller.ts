import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Acting } from '#access/acting';
import type { Principal } from '#access/principals';
import {
  signalCounts,
  type SignalCounts,
  signalCountsQuestion,
  signalPage,
  type SignalPage,
  signalsQuestion,
} from '#contracts/console/signals';
import { ForPeople } from '../asking/for-people';
import { CountSignals, ListSignals } from './list-signals.query';

@ApiTags('console')
@ForPeople()
@Controller('api/v1/signals')
export class ListSignalsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({ summary: 'What came in, the newest first; who handles sees what is known to be about somebody, the clerk everything' })
  @ApiOkResponse({ description: 'One page, without what was written.', standardSchema: signalPage })
  async list(
    @Query({ schema: signalsQuestion }) question: z.infer<typeof signalsQuestion>,
    @Acting() reader: Principal,
  ): Promise<SignalPage> {
    return this.queries.execute(new ListSignals(reader, question));
  }

  @Get('counts')
  @ApiOperation({ summary: 'How many signals there are by channel, type, state and agency, each under the other filters' })
  @ApiOkResponse({ description: 'The most frequent first.', standardSchema: signalCounts })
  async counts(
    @Query({ schema: signalCountsQuestion }) question: z.infer<typeof signalCountsQuestion>,
    @Acting() reader: Principal,
  ): Promise<SignalCounts> {
    return this.queries.execute(new CountSignals(reader, question));
  }
}
