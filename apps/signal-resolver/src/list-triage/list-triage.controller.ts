import { Controller, Get, Query, UseGuards, UsePipes } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RoleGuard } from '#access/acting';
import { REQUEST_PIPE } from '#platform/http/request.pipe';
import { ListTriage } from './list-triage.query';
import { triagePage, type TriagePage, triageQuestion, type TriageQuestion } from './triage-page';

@ApiTags('triage')
@UseGuards(RoleGuard)
@UsePipes(REQUEST_PIPE)
@Controller('api/v1/triage')
export class ListTriageController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({ summary: 'Signals whose subject a person has to name, the oldest first' })
  @ApiOkResponse({ description: 'One page.', standardSchema: triagePage })
  async list(@Query({ schema: triageQuestion }) question: TriageQuestion): Promise<TriagePage> {
    return this.queries.execute(new ListTriage(question));
  }
}
