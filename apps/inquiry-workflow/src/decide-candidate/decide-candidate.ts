import type { CANDIDATE_STATES } from '#contracts/console/candidates';
import { decideInquiry } from '#domain/inquiry/decide-inquiry';
import type { Decision } from '#domain/inquiry/inquiry';
import type { InquiryStore } from '#domain/inquiry/inquiry-store';
import { candidateNotFound } from './candidate-not-found';
import { rethrowAsProblem } from './rule-problem';

export interface DecidedCandidate {
  readonly id: string;
  readonly state: (typeof CANDIDATE_STATES)[number];
}

/**
 * Carries out what a person decided about one candidate.
 * @throws Problem 404 for an unknown id; 409 when it does not fit the state: of two people at the same moment, the second meets that
 */
export async function decideCandidate(inquiries: InquiryStore, decision: Decision): Promise<DecidedCandidate> {
  const cadreId = await inquiries.cadreOf(decision.candidateId);
  if (cadreId === undefined) throw candidateNotFound();
  const { inquiry } = await inquiries.change(cadreId, (before) => decideInquiry(decision, before)).catch(rethrowAsProblem);
  if (inquiry.status === 'not-proposed') throw new RangeError('a decision leaves a candidate');
  return { id: decision.candidateId, state: inquiry.status };
}
