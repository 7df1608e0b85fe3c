import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Acting } from '#access/acting';
import type { Principal } from '#access/principals';
import { explanationAnswer, type ExplanationAnswer, readingAnswer, type ReadingAnswer } from '#contracts/console/cadres';
import { unitFile, type UnitFile } from '#contracts/console/units';
import { unitSubject } from '#domain/identity/subject';
import { type DayQuestion, dayQuestion } from '../asking/as-of';
import { ForPeople } from '../asking/for-people';
import { ExplainReading } from '../explain-reading/explain-reading.query';
import { TellReading } from '../tell-reading/tell-reading.query';
import { ShowUnit } from './show-unit.query';

/** A unit as its team: its file, and the same reading and explanation as a cadre's. */
@ApiTags('console')
@ForPeople()
@Controller('api/v1/units/:code')
export class ShowUnitController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({ summary: 'One unit, who holds a post in it today, and how many of them stand on which level' })
  @ApiOkResponse({ description: 'Members by post and name, never by a number.', standardSchema: unitFile })
  async show(@Param('code') code: string, @Acting() { unit }: Principal): Promise<UnitFile> {
    return this.queries.execute(new ShowUnit(unit, code));
  }

  @Get('reading')
  @ApiOperation({ summary: 'The reading of one unit on a day; what was said of it, not of its members' })
  @ApiOkResponse({ description: 'Scores in milli-points, odds in micro-odds; P is E.', standardSchema: readingAnswer })
  async tell(
    @Param('code') code: string,
    @Query({ schema: dayQuestion }) days: DayQuestion,
    @Acting() { unit }: Principal,
  ): Promise<ReadingAnswer> {
    return this.queries.execute(new TellReading(unit, unitSubject(code), days));
  }

  @Get('reading/explanation')
  @ApiOperation({ summary: 'Why the reading of a unit is what it is: every part, and when the level falls' })
  @ApiOkResponse({ description: 'Parts in milli-points; each node is the sum of its children.', standardSchema: explanationAnswer })
  async explain(
    @Param('code') code: string,
    @Query({ schema: dayQuestion }) days: DayQuestion,
    @Acting() { unit }: Principal,
  ): Promise<ExplanationAnswer> {
    return this.queries.execute(new ExplainReading(unit, unitSubject(code), days));
  }
}
