import type { GatePassed } from '#contracts/risk/risk-events';
import { decideInTurn } from '#domain/inquiry/decide-inquiry';
import type { Changed, DueCandidate, InquiryStore } from '#domain/inquiry/inquiry-store';
import { announcementOf } from './announcement-of';

/**
 * Proposes, attaches or leaves what the projector announced, one change per cadre.
 * @returns the candidates proposed now
 */
export async function hearGatePassed(inquiries: InquiryStore, passed: readonly GatePassed[]): Promise<readonly DueCandidate[]> {
  const proposed: DueCandidate[] = [];
  for (const [cadreId, ofCadre] of bySubject(passed)) {
    const commands = ofCadre.map((event) => ({ type: 'ProposeCandidate', announcement: announcementOf(event) }) as const);
    proposed.push(...proposedIn(await inquiries.change(cadreId, (inquiry) => decideInTurn(commands, inquiry))));
  }
  return proposed;
}

function proposedIn({ events, version }: Changed): DueCandidate[] {
  return events.flatMap((event) =>
    event.type === 'CandidateProposed' ? [{ candidateId: event.candidateId, version, dueOn: event.dueOn }] : [],
  );
}

function bySubject(passed: readonly GatePassed[]): Map<string, GatePassed[]> {
  const subjects = new Map<string, GatePassed[]>();
  for (const event of passed) {
    const known = subjects.get(event.subject);
    if (known) known.push(event);
    else subjects.set(event.subject, [event]);
  }
  return subjects;
}
