import { Controller, Get, Query, UseGuards, UsePipes } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Acting, RoleGuard } from '#access/acting';
import type { Principal } from '#access/principals';
import { alertPage, type AlertPage, alertsQuestion } from './alert-page';
import { ListAlerts } from './list-alerts.query';
import { QUESTION_PIPE } from '#platform/http/request.pipe';

@ApiTags('alerts')
@UseGuards(RoleGuard)
@UsePipes(QUESTION_PIPE)
@Controller('api/v1/alerts')
export class ListAlertsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({ summary: 'Alerts and corrections of alerts after a place, in the order in which they were told' })
  @ApiOkResponse({ description: 'One page', standardSchema: alertPage })
  async list(
    @Query({ schema: alertsQuestion }) { after, limit }: z.infer<typeof alertsQuestion>,
    @Acting() { unit }: Principal,
  ): Promise<AlertPage> {
    return this.queries.execute(new ListAlerts(unit, after, limit));
  }
}
