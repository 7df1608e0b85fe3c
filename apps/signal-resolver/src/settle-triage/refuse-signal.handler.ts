import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Database } from '#persistence/database';
import { civilDate, Clock } from '#platform/time/clock';
import { Sealer } from '#vault/sealer';
import { beginResolution } from '../resolve-subject/known-events';
import { storeResolution } from '../resolve-subject/store-resolution';
import { checkItemInScope } from './in-scope';
import { takeOpenItem } from './open-item';
import { RefuseSignal, type Refused } from './refuse-signal.command';

@CommandHandler(RefuseSignal)
export class RefuseSignalHandler implements ICommandHandler<RefuseSignal> {
  constructor(
    private readonly database: Database,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {}

  async execute({ eventId, why, by, scope }: RefuseSignal): Promise<Refused> {
    await checkItemInScope(this.database, scope, eventId);
    return this.database.transaction(async (tx) => {
      const { source, corrects } = await takeOpenItem(tx, eventId);
      const resolution = await beginResolution(tx, this.sealer, [], { events: [eventId] });
      const item = { eventId, source, state: 'triage', subject: null, corrects } as const;
      resolution.refuse(item, { by, ...why }, civilDate(this.clock.now()));
      await storeResolution(tx, resolution, this.sealer);
      return { eventId, state: 'refused', refusedWithIt: resolution.refusedChanges };
    });
  }
}
