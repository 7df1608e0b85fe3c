import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Acting } from '#access/acting';
import type { Principal } from '#access/principals';
import { AsksPurpose } from '#access/asks-purpose';
import { readingAnswer, type ReadingAnswer } from '#contracts/console/cadres';
import { type DayQuestion, dayQuestion } from '../asking/as-of';
import { ForPeople } from '../asking/for-people';
import { cadreSubject } from '../asking/not-found';
import { TellReading } from './tell-reading.query';

@ApiTags('console')
@ForPeople()
@AsksPurpose()
@Controller('api/v1/cadres/:id/reading')
export class TellReadingController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({ summary: 'The reading of one cadre on a day' })
  @ApiOkResponse({ description: 'Scores in milli-points, odds in micro-odds.', standardSchema: readingAnswer })
  async tell(
    @Param('id') cadreId: string,
    @Query({ schema: dayQuestion }) days: DayQuestion,
    @Acting() { unit }: Principal,
  ): Promise<ReadingAnswer> {
    return this.queries.execute(new TellReading(unit, cadreSubject(cadreId), days));
  }
}
