import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Database } from '#persistence/database';
import type { Transaction } from '#persistence/transaction';
import { Problem } from '#platform/http/problem';
import { civilDate, Clock } from '#platform/time/clock';
import { Sealer } from '#vault/sealer';
import { HAND_UP } from '../resolve-subject/turned-away';
import { emptyEnvelope } from '../resolve-subject/keep-envelopes';
import { beginResolution } from '../resolve-subject/known-events';
import { managedHigher } from '../resolve-subject/managed-higher';
import { isPersonal, type PersonalMessage } from '../resolve-subject/message';
import { openMessage } from '../resolve-subject/sealed-message';
import { storeResolution } from '../resolve-subject/store-resolution';
import { type Assigned, AssignSubject, type HandedUp, type Proposed } from './assign-subject.command';
import { checkItemInScope, checkNamedInScope } from './in-scope';
import { checkRange, subjectNamed } from './named-subject';
import { takeOpenItem } from './open-item';
import { waitsForSecondPerson } from './second-person';

@CommandHandler(AssignSubject)
export class AssignSubjectHandler implements ICommandHandler<AssignSubject> {
  constructor(
    private readonly database: Database,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {}

  async execute({ eventId, named, by, scope }: AssignSubject): Promise<Assigned | HandedUp | Proposed> {
    await checkItemInScope(this.database, scope, eventId);
    await checkNamedInScope(this.database, scope, named);
    return this.database.transaction(async (tx) => {
      const { source, corrects, sealed } = await takeOpenItem(tx, eventId);
      const message = openMessage(this.sealer, 'triage', eventId, sealed);
      if (!isPersonal(message)) throw new RangeError(`${eventId} is about nobody`);
      const subject = await subjectNamed(tx, message, named);
      const isHigher = (await managedHigher(tx, [subject])).has(subject);
      if (!isHigher) await checkRange(tx, message, subject);
      const today = civilDate(this.clock.now());
      if ('cadreId' in named && !isHigher && (await waitsForSecondPerson(tx, message, { ...named, by }))) {
        return { eventId, state: 'proposed' };
      }
      const resolution = await beginResolution(tx, this.sealer, [message], { subjects: [subject] });
      if (isHigher) {
        resolution.refuse(
          { eventId, source, state: 'triage', subject: null, corrects },
          { by, because: 'managed-higher', reason: HAND_UP },
          today,
        );
      } else {
        await checkPost(tx, message);
        resolution.settle(message, subject, by, today);
      }
      await storeResolution(tx, resolution, this.sealer);
      if (isHigher) await emptyEnvelope(tx, eventId);
      return isHigher
        ? { eventId, state: 'refused', refusedWithIt: resolution.refusedChanges, reason: HAND_UP }
        : { eventId, state: 'settled', released: resolution.released.length };
    });
  }
}

async function checkPost(tx: Transaction, message: PersonalMessage): Promise<void> {
  if (message.kind === 'signal') return;
  const known = await tx.query('SELECT 1 FROM resolver.post WHERE code = $1', [message.postCode]);
  if (known.length === 0) throw new Problem(422, 'post-not-known', '职务代码尚未登记，请先导入职务表。');
}
