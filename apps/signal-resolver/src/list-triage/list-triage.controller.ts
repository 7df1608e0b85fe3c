import { Controller, Get, Param, Query, UseGuards, UsePipes } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { AsksPurpose } from '#access/asks-purpose';
import { Acting, RoleGuard } from '#access/acting';
import type { Principal } from '#access/principals';
import {
  cadreSearch,
  type FoundCadres,
  foundCadres,
  triageFile,
  type TriageFile,
  triagePage,
  type TriagePage,
  triageQuestion,
  type TriageQuestion,
} from '#contracts/console/triage';
import { REQUEST_PIPE } from '#platform/http/request.pipe';
import { FindCadres, ListTriage, ShowTriageItem } from './list-triage.query';

const eventIdText = z.guid();

@ApiTags('triage')
@UseGuards(RoleGuard)
@UsePipes(REQUEST_PIPE)
@Controller('api/v1/triage')
export class ListTriageController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({ summary: 'Signals whose subject a person has to name, the oldest first' })
  @ApiOkResponse({ description: 'One page; candidates are those of the registry of today.', standardSchema: triagePage })
  async list(@Query({ schema: triageQuestion }) question: TriageQuestion, @Acting() { unit }: Principal): Promise<TriagePage> {
    return this.queries.execute(new ListTriage(unit, question));
  }

  @Get(':eventId')
  @AsksPurpose()
  @ApiOperation({ summary: 'One open item with its fields' })
  @ApiOkResponse({ description: 'Texts of petitions are not shown.', standardSchema: triageFile })
  @ApiNotFoundResponse({ description: 'triage-item-not-found' })
  async show(@Param('eventId', { schema: eventIdText }) eventId: string, @Acting() { unit }: Principal): Promise<TriageFile> {
    return this.queries.execute(new ShowTriageItem(unit, eventId));
  }

  @Get(':eventId/cadres')
  @AsksPurpose()
  @ApiOperation({ summary: 'Cadres of a name, or of the beginning of one, for an open item: id, name and posts, no readings' })
  @ApiOkResponse({ description: 'At most 20.', standardSchema: foundCadres })
  @ApiNotFoundResponse({ description: 'triage-item-not-found' })
  async find(
    @Param('eventId', { schema: eventIdText }) eventId: string,
    @Query({ schema: cadreSearch }) { name }: z.infer<typeof cadreSearch>,
    @Acting() { unit }: Principal,
  ): Promise<FoundCadres> {
    return this.queries.execute(new FindCadres(unit, eventId, name));
  }
}
