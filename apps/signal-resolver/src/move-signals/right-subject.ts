import type { MoveAskedFor } from '#contracts/console/moves';
import type { Transaction } from '#persistence/transaction';
import { Problem } from '#platform/http/problem';
import { managedHigher } from '../resolve-subject/managed-higher';
import type { SignalMessage } from '../resolve-subject/message';
import { checkRange, subjectNamed } from '../settle-triage/named-subject';
import type { Named } from '../settle-triage/assign-subject.command';
import { isCadre, unitCodeOf } from '#domain/identity/subject';

/**
 * Whom signals are moved to; everything is asked that is asked of an item in triage.
 * @throws Problem 409 `subject-managed-higher`: such a cadre is not entered, and the signal is handed up from triage
 */
export async function rightSubject(
  tx: Transaction,
  messages: readonly SignalMessage[],
  to: NonNullable<MoveAskedFor['to']>,
): Promise<string> {
  let subject = '';
  for (const message of messages) {
    subject = await subjectNamed(tx, message, to);
    if ((await managedHigher(tx, [subject])).has(subject)) {
      throw new Problem(409, 'subject-managed-higher', '该对象由上级管理，不在本系统登记；请先退回待匹配，再按上报办理。');
    }
    await checkRange(tx, message, subject);
  }
  return subject;
}

export const namedOf = (subject: string): Named => (isCadre(subject) ? { cadreId: subject } : { unitCode: unitCodeOf(subject) });
