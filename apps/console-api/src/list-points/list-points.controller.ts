import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Acting } from '#access/acting';
import type { Principal } from '#access/principals';
import { pointsPage, type PointsPage, pointsQuestion, type PointsQuestion } from '#contracts/console/points';
import { ForPeople } from '../asking/for-people';
import { ListPoints } from './list-points.query';

@ApiTags('console')
@ForPeople()
@Controller('api/v1/points')
export class ListPointsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({ summary: 'Who has anything under one points scheme, by level' })
  @ApiOkResponse({ description: 'One page, as of today; points in milli-points.', standardSchema: pointsPage })
  @ApiNotFoundResponse({ description: 'scheme-not-live' })
  async list(@Query({ schema: pointsQuestion }) question: PointsQuestion, @Acting() { unit }: Principal): Promise<PointsPage> {
    return this.queries.execute(new ListPoints(unit, question));
  }
}
