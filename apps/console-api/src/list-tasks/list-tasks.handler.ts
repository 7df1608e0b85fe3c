import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { TASK_HOLDS_DAYS } from '#access/purposes';
import type { TasksAnswer } from '#contracts/console/tasks';
import { CandidateQueries } from '#persistence/queries/candidate-queries';
import { ListTasks } from './list-tasks.query';

@QueryHandler(ListTasks)
export class ListTasksHandler implements IQueryHandler<ListTasks> {
  constructor(private readonly candidates: CandidateQueries) {}

  async execute({ scope, cadreId }: ListTasks): Promise<TasksAnswer> {
    const rows = await this.candidates.atHand(scope, cadreId, TASK_HOLDS_DAYS);
    return { items: rows.map(({ id, proposed_on: proposedOn }) => ({ id, proposedOn })) };
  }
}
