import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { lockCandidateBrake } from '#persistence/candidate-limit';
import { Database, type Scope } from '#persistence/database';
import { Problem } from '#platform/http/problem';
import { SetCandidateLimit } from './brake.command';

const OF_THE_WHOLE = new Problem(403, 'limit-is-of-the-whole', '候选上限适用于全部单位，须由管辖全部单位的承办部门负责人设定。');

@CommandHandler(SetCandidateLimit)
export class SetCandidateLimitHandler implements ICommandHandler<SetCandidateLimit> {
  constructor(private readonly database: Database) {}

  /** @throws Problem 403 for whoever sees a part of the installation only */
  async execute({ most, reason, by }: SetCandidateLimit): Promise<{ most: number }> {
    if (!(await this.seesAll(by.unit))) throw OF_THE_WHOLE;
    await this.database.transaction(async (tx) => {
      await lockCandidateBrake(tx);
      await tx.query('INSERT INTO workflow.candidate_limit (most, reason, set_by) VALUES ($1, $2, $3)', [most, reason, by.id]);
    });
    return { most };
  }

  private async seesAll(scope: Scope): Promise<boolean> {
    if (scope === null) return true;
    const [all] = await this.database.query<{ count: number }>('SELECT count(*)::int AS count FROM resolver.unit');
    const seen = await this.database.readAs(scope, async (reading) =>
      reading.query<{ count: number }>('SELECT count(*)::int AS count FROM console.unit'),
    );
    return seen[0]?.count === all?.count;
  }
}
