import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Acting } from '#access/acting';
import type { Principal } from '#access/principals';
import { type TasksAnswer, tasksAnswer, tasksQuestion } from '#contracts/console/tasks';
import { ForPeople } from '../asking/for-people';
import { ListTasks } from './list-tasks.query';

@ApiTags('console')
@ForPeople()
@Controller('api/v1/tasks')
export class ListTasksController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({ summary: 'The work on a cadre that is at hand, which a read may name as its purpose' })
  @ApiOkResponse({ description: 'Ids and days alone; nobody out of scope has any.', standardSchema: tasksAnswer })
  async list(
    @Query({ schema: tasksQuestion }) { cadre }: z.infer<typeof tasksQuestion>,
    @Acting() { unit }: Principal,
  ): Promise<TasksAnswer> {
    return this.queries.execute(new ListTasks(unit, cadre));
  }
}
