import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Acting } from '#access/acting';
import type { Principal } from '#access/principals';
import { AsksPurpose } from '#access/asks-purpose';
import { profileAnswer, type ProfileAnswer } from '#contracts/console/profiles';
import { type DayQuestion, dayQuestion } from '../asking/as-of';
import { ForPeople } from '../asking/for-people';
import { cadreSubject } from '../asking/not-found';
import { TellProfile } from './tell-profile.query';

@ApiTags('console')
@ForPeople()
@AsksPurpose()
@Controller('api/v1/cadres/:id/profile')
export class TellProfileController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({ summary: 'On what the category of a cadre is supervised, and what of the reading speaks of it' })
  @ApiOkResponse({ description: 'Scores in milli-points.', standardSchema: profileAnswer })
  async tell(
    @Param('id') cadreId: string,
    @Query({ schema: dayQuestion }) days: DayQuestion,
    @Acting() { unit }: Principal,
  ): Promise<ProfileAnswer> {
    return this.queries.execute(new TellProfile(unit, cadreSubject(cadreId), days));
  }
}
