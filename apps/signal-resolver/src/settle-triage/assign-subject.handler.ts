import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Database } from '#persistence/database';
import type { Transaction } from '#persistence/transaction';
import { Problem } from '#platform/http/problem';
import { civilDate, Clock } from '#platform/time/clock';
import { Sealer } from '#vault/sealer';
import { HAND_UP } from '../resolve-subject/hand-up';
import { beginResolution } from '../resolve-subject/known-events';
import { isPersonal, type PersonalMessage } from '../resolve-subject/message';
import { openMessage } from '../resolve-subject/sealed-message';
import { storeResolution } from '../resolve-subject/store-resolution';
import { type Assigned, AssignSubject, type HandedUp } from './assign-subject.command';
import { takeOpenItem } from './open-item';

@CommandHandler(AssignSubject)
export class AssignSubjectHandler implements ICommandHandler<AssignSubject> {
  constructor(
    private readonly database: Database,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {}

  async execute({ eventId, cadreId, by }: AssignSubject): Promise<Assigned | HandedUp> {
    return this.database.transaction(async (tx) => {
      const { source, corrects, sealed } = await takeOpenItem(tx, eventId);
      const message = openMessage(this.sealer, 'triage', eventId, sealed);
      if (!isPersonal(message)) throw new RangeError(`${eventId} is about nobody`);
      const cadre = await knownCadre(tx, cadreId);
      await checkNumber(tx, message, cadreId);
      const today = civilDate(this.clock.now());
      const resolution = await beginResolution(tx, this.sealer, [message]);
      if (cadre.managedHigher) {
        resolution.refuse(
          { eventId, source, state: 'triage', subject: null, corrects },
          { by, because: 'managed-higher', reason: HAND_UP },
          today,
        );
      } else {
        await checkPost(tx, message);
        resolution.settle(message, cadreId, by, today);
      }
      await storeResolution(tx, resolution, this.sealer);
      return cadre.managedHigher
        ? { eventId, state: 'refused', refusedWithIt: resolution.refusedChanges, reason: HAND_UP }
        : { eventId, state: 'settled', released: resolution.released.length };
    });
  }
}

async function knownCadre(tx: Transaction, cadreId: string): Promise<{ readonly managedHigher: boolean }> {
  const [cadre] = await tx.query<{ managedHigher: boolean }>('SELECT managed_higher AS "managedHigher" FROM resolver.cadre WHERE id = $1', [
    cadreId,
  ]);
  if (!cadre) throw new Problem(422, 'cadre-not-known', '干部名册中没有此人,请先导入名册。');
  return cadre;
}

/** What came with the ID number of one registered cadre is never entered for another. */
async function checkNumber(tx: Transaction, message: PersonalMessage, cadreId: string): Promise<void> {
  const token = message.record.subject?.cadreToken;
  if (token === undefined) return;
  const others = await tx.query('SELECT 1 FROM resolver.cadre WHERE token = $1 AND id <> $2', [token, cadreId]);
  if (others.length === 0) return;
  throw new Problem(409, 'id-number-of-somebody-else', '来件所附公民身份号码属于名册中的另一人,不能归到此人名下。');
}

async function checkPost(tx: Transaction, message: PersonalMessage): Promise<void> {
  if (message.kind === 'signal') return;
  const known = await tx.query('SELECT 1 FROM resolver.post WHERE code = $1', [message.postCode]);
  if (known.length === 0) throw new Problem(422, 'post-not-known', '职务代码尚未登记,请先导入职务表。');
}
