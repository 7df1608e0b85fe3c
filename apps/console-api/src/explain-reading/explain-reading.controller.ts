import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Acting } from '#access/acting';
import type { Principal } from '#access/principals';
import { AsksPurpose } from '#access/asks-purpose';
import { explanationAnswer, type ExplanationAnswer } from '#contracts/console/cadres';
import { type DayQuestion, dayQuestion } from '../asking/as-of';
import { ForPeople } from '../asking/for-people';
import { cadreSubject } from '../asking/not-found';
import { ExplainReading } from './explain-reading.query';

@ApiTags('console')
@ForPeople()
@AsksPurpose()
@Controller('api/v1/cadres/:id/reading/explanation')
export class ExplainReadingController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({ summary: 'Why the reading is what it is: every part, and when the level falls' })
  @ApiOkResponse({ description: 'Parts in milli-points; each node is the sum of its children.', standardSchema: explanationAnswer })
  async explain(
    @Param('id') cadreId: string,
    @Query({ schema: dayQuestion }) days: DayQuestion,
    @Acting() { unit }: Principal,
  ): Promise<ExplanationAnswer> {
    return this.queries.execute(new ExplainReading(unit, cadreSubject(cadreId), days));
  }
}
