import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Acting } from '#access/acting';
import type { Principal } from '#access/principals';
import { alertRecordPage, type AlertRecordPage, alertRecordsQuestion, type AlertRecordsQuestion } from '#contracts/console/alert-records';
import { ForPeople } from '../asking/for-people';
import { ListAlertRecords } from './list-alert-records.query';

@ApiTags('console')
@ForPeople()
@Controller('api/v1/alert-records')
export class ListAlertRecordsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({ summary: 'Alerts with what has become of them, the newest first' })
  @ApiOkResponse({ description: 'One page; a corrected alert stays, with why and what holds now.', standardSchema: alertRecordPage })
  async list(
    @Query({ schema: alertRecordsQuestion }) question: AlertRecordsQuestion,
    @Acting() { unit }: Principal,
  ): Promise<AlertRecordPage> {
    return this.queries.execute(new ListAlertRecords(unit, question));
  }
}
