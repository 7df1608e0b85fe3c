import type { TaskKind } from '#access/purposes';
import { ReadTasks } from '#access/read-log';
import type { Database } from '#persistence/database';

export class PostgresReadTasks extends ReadTasks {
  constructor(private readonly database: Database) {
    super();
  }

  override async subjectsOf(kind: Exclude<TaskKind, 'none'>, id: string): Promise<readonly string[] | undefined> {
    const [task] = await this.database.query<{ subjects: string[] }>(
      'SELECT subjects FROM access.read_task WHERE kind = $1 AND id = $2::uuid',
      [kind, id],
    );
    return task?.subjects;
  }
}
