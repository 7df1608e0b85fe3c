import { Query } from '@nestjs/cqrs';
import type { TasksAnswer } from '#contracts/console/tasks';
import type { Scope } from '#persistence/database';

export class ListTasks extends Query<TasksAnswer> {
  constructor(
    readonly scope: Scope,
    readonly cadreId: string,
  ) {
    super();
  }
}
