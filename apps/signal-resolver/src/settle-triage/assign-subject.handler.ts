import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Database } from '#persistence/database';
import type { Transaction } from '#persistence/transaction';
import { Problem } from '#platform/http/problem';
import { civilDate, Clock } from '#platform/time/clock';
import { Sealer } from '#vault/sealer';
import { beginResolution } from '../resolve-subject/known-events';
import { isPersonal, type PersonalMessage } from '../resolve-subject/message';
import { openMessage } from '../resolve-subject/sealed-message';
import { storeResolution } from '../resolve-subject/store-resolution';
import { type Assigned, AssignSubject } from './assign-subject.command';
import { takeOpenItem } from './open-item';

@CommandHandler(AssignSubject)
export class AssignSubjectHandler implements ICommandHandler<AssignSubject> {
  constructor(
    private readonly database: Database,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {}

  async execute({ eventId, cadreId, by }: AssignSubject): Promise<Assigned> {
    return this.database.transaction(async (tx) => {
      const { sealed } = await takeOpenItem(tx, eventId);
      const message = openMessage(this.sealer, 'triage', eventId, sealed);
      if (!isPersonal(message)) throw new RangeError(`${eventId} is about nobody`);
      await checkKnown(tx, cadreId, message);
      const resolution = await beginResolution(tx, this.sealer, [message]);
      resolution.settle(message, cadreId, by, civilDate(this.clock.now()));
      await storeResolution(tx, resolution, this.sealer);
      return { eventId, state: 'settled', released: resolution.released.length };
    });
  }
}

async function checkKnown(tx: Transaction, cadreId: string, message: PersonalMessage): Promise<void> {
  const [known] = await tx.query<{ cadre: boolean; post: boolean }>(
    `SELECT EXISTS (SELECT FROM resolver.cadre WHERE id = $1) AS cadre,
            $2::text IS NULL OR EXISTS (SELECT FROM resolver.post WHERE code = $2) AS post`,
    [cadreId, message.kind === 'signal' ? null : message.postCode],
  );
  if (!known?.cadre) throw new Problem(422, 'cadre-not-known', '干部名册中没有此人,请先导入名册。');
  if (!known.post) throw new Problem(422, 'post-not-known', '职务代码尚未登记,请先导入职务表。');
}
