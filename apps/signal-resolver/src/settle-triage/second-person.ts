import type { CandidateReason } from '#domain/identity/resolve-identity';
import type { Transaction } from '#persistence/transaction';
import { Problem } from '#platform/http/problem';
import { KnownPeople } from '../resolve-subject/known-people';
import type { PersonalMessage } from '../resolve-subject/message';

/** A clerk's answer to an item. */
export interface Choice {
  readonly cadreId: string;
  readonly by: string;
}

/**
 * Whoever fits an item neither by ID number nor by name and unit is named by two clerks: a wrong person would carry the weight of
 * the signal (design: console 4, row 4).
 * @returns whether the choice is only proposed, and waits for the second
 * @throws Problem 409 'second-person-needed' for the one who proposed it
 */
export async function waitsForSecondPerson(tx: Transaction, message: PersonalMessage, { cadreId, by }: Choice): Promise<boolean> {
  if (await fits(tx, message, cadreId)) return false;
  const { eventId } = message.record;
  const [proposal] = await tx.query<{ proposed_cadre: string | null; proposed_by: string | null }>(
    'SELECT proposed_cadre, proposed_by FROM resolver.triage WHERE event_id = $1',
    [eventId],
  );
  if (proposal?.proposed_cadre === cadreId) {
    if (proposal.proposed_by !== by) return false;
    throw new Problem(
      409,
      'second-person-needed',
      '此人与来件的身份证件号码、姓名加单位均不相符，须由另一名信访人员确认，提出人不能自行确认。',
    );
  }
  await tx.query('UPDATE resolver.triage SET proposed_cadre = $2, proposed_by = $3, proposed_at = now() WHERE event_id = $1', [
    eventId,
    cadreId,
    by,
  ]);
  return true;
}

async function fits(tx: Transaction, message: PersonalMessage, cadreId: string): Promise<boolean> {
  const people = await KnownPeople.namedIn(tx, [message]);
  const chosen = people.candidates(message).find((candidate) => candidate.cadreId === cadreId);
  const says = (reason: CandidateReason): boolean => chosen?.reasons.includes(reason) ?? false;
  return says('same-id-number') || (says('same-name') && says('same-unit'));
}
