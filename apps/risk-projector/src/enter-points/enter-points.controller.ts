import { Body, Controller, HttpCode, Param, Post, UseGuards, UsePipes } from '@nestjs/common';
import { ApiConflictResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Acting, RoleGuard } from '#access/acting';
import type { Principal } from '#access/principals';
import { enteredPoints, type EnteredPoints, newPointsEntry, type NewPointsEntry } from '#contracts/console/points';
import { Database } from '#persistence/database';
import { REQUEST_PIPE } from '#platform/http/request.pipe';
import { enterPoints } from './enter-points';
import { rethrowAsProblem } from './points-problems';
import { SubjectInScope } from './subject-in-scope.guard';

/** What people do before points stand, and what no agency sends: entered, never changed, taken back where it was a mistake. */
@ApiTags('points')
@UseGuards(RoleGuard, SubjectInScope)
@UsePipes(REQUEST_PIPE)
@Controller('api/v1/points/:subject/entries')
export class EnterPointsController {
  constructor(private readonly database: Database) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'Enter a measure or a step, or take one back; sent again it changes nothing' })
  @ApiOkResponse({ description: 'What stands after it, in milli-points.', standardSchema: enteredPoints })
  @ApiNotFoundResponse({ description: 'subject-not-found, scheme-not-live' })
  @ApiConflictResponse({ description: 'the scheme or what stands does not allow it; the code says why' })
  async enter(
    @Param('subject') subject: string,
    @Body({ schema: newPointsEntry }) asked: NewPointsEntry,
    @Acting() by: Principal,
  ): Promise<EnteredPoints> {
    return this.database.transaction(async (tx) => enterPoints(tx, subject, asked, by)).catch(rethrowAsProblem);
  }
}
