import { randomUUID } from 'node:crypto';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { OverrideMade } from '#contracts/console/overrides';
import { dayOf } from '#domain/calendar/day';
import { isCadre, unitCodeOf } from '#domain/identity/subject';
import { ask } from '#domain/override/override';
import { Database, type Scope } from '#persistence/database';
import { keepOverride, overrideOf, takeOverrides } from '#persistence/override-row';
import { Problem } from '#platform/http/problem';
import { civilDate, Clock } from '#platform/time/clock';
import { AskOverride } from './override-level.command';
import { allowed } from './rule-problem';

@CommandHandler(AskOverride)
export class AskOverrideHandler implements ICommandHandler<AskOverride> {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async execute({ asked: { subject, level, until, reason }, by }: AskOverride): Promise<OverrideMade> {
    await this.checkSubject(by.unit, subject);
    const id = randomUUID();
    const said = { by: by.id, on: dayOf(civilDate(this.clock.now())), reason };
    await this.database.transaction(async (tx) => {
      const others = (await takeOverrides(tx, subject)).map(overrideOf);
      await keepOverride(
        tx,
        id,
        subject,
        allowed(() => ask({ level, until: dayOf(until), asked: said }, others)),
      );
    });
    return { id, state: 'waiting' };
  }

  /** The same for nobody and for somebody out of view or managed by a higher level. */
  private async checkSubject(scope: Scope, subject: string): Promise<void> {
    const [sql, id] = isCadre(subject)
      ? ['SELECT 1 FROM console.standing WHERE id = $1', subject]
      : [
          `SELECT 1 FROM console.unit_standing WHERE code = $1 AND 'unit:' || code NOT IN (SELECT console.managed_higher())`,
          unitCodeOf(subject),
        ];
    const seen = await this.database.readAs(scope, async (reading) => reading.query(sql, [id]));
    if (seen.length === 0) throw new Problem(404, 'subject-not-found', '没有找到该对象。');
  }
}
