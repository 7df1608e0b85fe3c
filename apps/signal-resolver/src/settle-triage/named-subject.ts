import { isUnit } from '#contracts/signals/common';
import { unitSubject } from '#domain/identity/subject';
import type { Transaction } from '#persistence/transaction';
import { Problem } from '#platform/http/problem';
import { knownPlaces } from '../resolve-subject/known-places';
import { knownUnits } from '../resolve-subject/known-units';
import type { PersonalMessage } from '../resolve-subject/message';
import { isInRange } from '../resolve-subject/range';
import type { Named } from './assign-subject.command';
import { cadreNotKnown, unitNotKnown } from './in-scope';

/** Kinds never cross: what was said about a unit scores no member of it, and the other way round (design: risk-model 3). */
export async function subjectNamed(tx: Transaction, message: PersonalMessage, named: Named): Promise<string> {
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
export async function checkRange(tx: Transaction, message: PersonalMessage, subject: string): Promise<void> {
  if (isInRange(message, subject, await knownPlaces(tx, [message], () => [subject]))) return;
  throw new Problem(409, 'out-of-agency-range', '所选对象不在来源单位的报送范围内，不能归入；请核对所选对象，或者不予采用。');
}
