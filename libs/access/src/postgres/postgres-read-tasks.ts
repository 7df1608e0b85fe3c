import { TASK_HOLDS_DAYS, type TaskKind } from '#access/purposes';
import { ReadTasks, type TaskAbout } from '#access/read-log';
import type { Database } from '#persistence/database';

export class PostgresReadTasks extends ReadTasks {
  constructor(private readonly database: Database) {
    super();
  }

  override async find(kind: Exclude<TaskKind, 'none'>, id: string): Promise<TaskAbout | undefined> {
    const [task] = await this.database.query<TaskAbout>(
      `SELECT subjects, is_open OR coalesce(decided_at > now() - make_interval(days => $3), false) AS "atHand"
         FROM access.read_task WHERE kind = $1 AND id = $2::uuid`,
      [kind, id, TASK_HOLDS_DAYS],
    );
    return task;
  }
}
