import { Controller, Get, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiConflictResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Acting } from '#access/acting';
import { AsksPurpose } from '#access/asks-purpose';
import type { Principal } from '#access/principals';
import { ownViewAnswer, type OwnViewAnswer } from '#contracts/console/own-view';
import { ForPeople } from '../asking/for-people';
import { cadreSubject } from '../asking/not-found';
import { TellOwnView } from './tell-own-view.query';

@ApiTags('console')
@ForPeople()
@AsksPurpose()
@Controller('api/v1/cadres/:id/own-view')
export class TellOwnViewController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({ summary: 'What the person concerned may be shown, for who prepares it; nothing is sent' })
  @ApiOkResponse({ description: 'Aspects, whether they were borne out, points and what was decided.', standardSchema: ownViewAnswer })
  @ApiNotFoundResponse({ description: 'cadre-not-found' })
  @ApiConflictResponse({ description: 'not-closed-yet' })
  async tell(@Param('id') cadreId: string, @Acting() { unit }: Principal): Promise<OwnViewAnswer> {
    return this.queries.execute(new TellOwnView(unit, cadreSubject(cadreId)));
  }
}
