import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { OverrideMade } from '#contracts/console/overrides';
import { type Day, dayOf } from '#domain/calendar/day';
import { decide, lift, type Override } from '#domain/override/override';
import { Database } from '#persistence/database';
import { keepOverride, overrideOf, takeOverrides } from '#persistence/override-row';
import { Problem } from '#platform/http/problem';
import { civilDate, Clock } from '#platform/time/clock';
import { DecideOverride, type OverrideAct } from './override-level.command';
import { allowed } from './rule-problem';

@CommandHandler(DecideOverride)
export class DecideOverrideHandler implements ICommandHandler<DecideOverride> {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async execute({ id, act, by }: DecideOverride): Promise<OverrideMade> {
    const [seen] = await this.database.readAs(by.unit, async (reading) =>
      reading.query<{ subject: string }>('SELECT subject FROM console.override WHERE id = $1', [id]),
    );
    if (!seen) throw overrideNotFound();
    const today = dayOf(civilDate(this.clock.now()));
    await this.database.transaction(async (tx) => {
      const row = (await takeOverrides(tx, seen.subject)).find((each) => each.id === id);
      if (!row) throw overrideNotFound();
      await keepOverride(
        tx,
        id,
        seen.subject,
        allowed(() => acted(overrideOf(row), act, by.id, today)),
      );
    });
    return { id, state: STATES[act.type] };
  }
}

const STATES = { confirm: 'holding', refuse: 'refused', lift: 'lifted' } as const;

function acted(override: Override, act: OverrideAct, by: string, on: Day): Override {
  switch (act.type) {
    case 'confirm':
      return decide(override, { by, on, confirmed: true });
    case 'refuse':
      return decide(override, { by, on, confirmed: false, reason: act.reason });
    case 'lift':
      return lift(override, { by, on, reason: act.reason });
  }
}

const overrideNotFound = (): Problem => new Problem(404, 'override-not-found', '没有找到该项人工定级。');
