import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Acting } from '#access/acting';
import { AsksPurpose } from '#access/asks-purpose';
import type { Principal } from '#access/principals';
import { pointsLedger, type PointsLedger, pointsLedgerQuestion, type PointsLedgerQuestion } from '#contracts/console/points';
import { unitSubject } from '#domain/identity/subject';
import { ForPeople } from '../asking/for-people';
import { cadreSubject } from '../asking/not-found';
import { TellPoints } from './tell-points.query';

@ApiTags('console')
@ForPeople()
@AsksPurpose()
@Controller('api/v1')
export class TellPointsController {
  constructor(private readonly queries: QueryBus) {}

  @Get('cadres/:id/points')
  @ApiOperation({ summary: 'The points ledger of one cadre under one scheme, on a day' })
  @ApiOkResponse({
    description: 'Points in milli-points; what stands, waits and has expired, and what follows.',
    standardSchema: pointsLedger,
  })
  @ApiNotFoundResponse({ description: 'cadre-not-found, scheme-not-live' })
  async ofCadre(
    @Param('id') id: string,
    @Query({ schema: pointsLedgerQuestion }) question: PointsLedgerQuestion,
    @Acting() by: Principal,
  ): Promise<PointsLedger> {
    return this.queries.execute(new TellPoints(by, cadreSubject(id), question));
  }

  @Get('units/:code/points')
  @ApiOperation({ summary: 'The points ledger of one unit under one scheme, on a day' })
  @ApiOkResponse({ description: 'As of a cadre.', standardSchema: pointsLedger })
  @ApiNotFoundResponse({ description: 'unit-not-found, scheme-not-live' })
  async ofUnit(
    @Param('code') code: string,
    @Query({ schema: pointsLedgerQuestion }) question: PointsLedgerQuestion,
    @Acting() by: Principal,
  ): Promise<PointsLedger> {
    return this.queries.execute(new TellPoints(by, unitSubject(code), question));
  }
}
