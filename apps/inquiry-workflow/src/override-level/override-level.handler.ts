import { randomUUID } from 'node:crypto';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { OverrideMade } from '#contracts/console/overrides';
import { dayOf } from '#domain/calendar/day';
import { ask } from '#domain/override/override';
import { Database } from '#persistence/database';
import { keepOverride, overrideOf, takeOverrides } from '#persistence/override-row';
import { isInScope } from '#persistence/queries/subject-in-scope';
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
    // The same for nobody and for somebody out of view or managed by a higher level.
    if (!(await isInScope(this.database, by.unit, subject))) throw new Problem(404, 'subject-not-found', '没有找到该对象。');
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
}
