import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Database } from '#persistence/database';
import { isUnit } from '#contracts/signals/common';
import { unitSubject } from '#domain/identity/subject';
import type { Transaction } from '#persistence/transaction';
import { Problem } from '#platform/http/problem';
import { civilDate, Clock } from '#platform/time/clock';
import { Sealer } from '#vault/sealer';
import { HAND_UP } from '../resolve-subject/turned-away';
import { emptyEnvelope } from '../resolve-subject/keep-envelopes';
import { beginResolution } from '../resolve-subject/known-events';
import { knownPlaces } from '../resolve-subject/known-places';
import { knownUnits } from '../resolve-subject/known-units';
import { managedHigher } from '../resolve-subject/managed-higher';
import { isPersonal, type PersonalMessage } from '../resolve-subject/message';
import { isInRange } from '../resolve-subject/range';
import { openMessage } from '../resolve-subject/sealed-message';
import { storeResolution } from '../resolve-subject/store-resolution';
import { type Assigned, AssignSubject, type HandedUp, type Named, type Proposed } from './assign-subject.command';
import { cadreNotKnown, checkItemInScope, checkNamedInScope, unitNotKnown } from './in-scope';
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

/** Kinds never cross: what was said about a unit scores no member of it, and the other way round (design: risk-model 3). */
async function subjectNamed(tx: Transaction, message: PersonalMessage, named: Named): Promise<string> {
  const aboutUnit = isUnit(message.record.subject ?? {});
  if ('unitCode' in named) {
    if (!aboutUnit) throw new Problem(422, 'item-about-a-person', '该事项反映的是干部个人，不能归到单位名下。');
    return knownUnit(tx, named.unitCode);
  }
  if (aboutUnit) throw new Problem(422, 'item-about-a-unit', '该事项反映的是班子（单位），请选择单位。');
  await checkCadre(tx, named.cadreId);
  await checkNumber(tx, message, named.cadreId);
  return named.cadreId;
}

async function knownUnit(tx: Transaction, unitCode: string): Promise<string> {
  const units = await knownUnits(tx, [unitCode]);
  if (!units.has(unitCode)) throw unitNotKnown();
  return unitSubject(unitCode);
}

async function checkCadre(tx: Transaction, cadreId: string): Promise<void> {
  const known = await tx.query('SELECT 1 FROM resolver.cadre WHERE id = $1', [cadreId]);
  if (known.length === 0) throw cadreNotKnown();
}

/** What came with the ID number of one registered cadre is never entered for another. */
async function checkNumber(tx: Transaction, message: PersonalMessage, cadreId: string): Promise<void> {
  const token = message.record.subject?.cadreToken;
  if (token === undefined) return;
  const others = await tx.query('SELECT 1 FROM resolver.cadre WHERE token = $1 AND id <> $2', [token, cadreId]);
  if (others.length === 0) return;
  throw new Problem(409, 'id-number-of-somebody-else', '来件所附公民身份号码属于名册中的另一人，不能归到此人名下。');
}

/** The item stays: somebody else may be meant, or it is not to be entered. */
async function checkRange(tx: Transaction, message: PersonalMessage, subject: string): Promise<void> {
  if (isInRange(message, subject, await knownPlaces(tx, [message], () => [subject]))) return;
  throw new Problem(409, 'out-of-agency-range', '所选对象不在来源单位的报送范围内，不能归入；请核对所选对象，或者不予采用。');
}

async function checkPost(tx: Transaction, message: PersonalMessage): Promise<void> {
  if (message.kind === 'signal') return;
  const known = await tx.query('SELECT 1 FROM resolver.post WHERE code = $1', [message.postCode]);
  if (known.length === 0) throw new Problem(422, 'post-not-known', '职务代码尚未登记，请先导入职务表。');
}
