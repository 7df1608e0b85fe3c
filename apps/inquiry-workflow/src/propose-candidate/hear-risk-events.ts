import type { GateCorrected } from '#contracts/risk/risk-corrections';
import type { GatePassed } from '#contracts/risk/risk-events';
import { decideInTurn } from '#domain/inquiry/decide-inquiry';
import type { Hearing } from '#domain/inquiry/inquiry';
import type { Changed, DueCandidate, InquiryStore } from '#domain/inquiry/inquiry-store';
import { announcementOf, basisAnnouncementOf } from './announcement-of';

/** What the projector announced of gates, in log order. */
export type GateHeard =
  { readonly kind: 'passed'; readonly event: GatePassed } | { readonly kind: 'gate-corrected'; readonly event: GateCorrected };

/**
 * Proposes, attaches or leaves what the projector announced, and marks what has lost its basis; one change per cadre.
 * @returns the candidates proposed now
 */
export async function hearGates(inquiries: InquiryStore, heard: readonly GateHeard[]): Promise<readonly DueCandidate[]> {
  const proposed: DueCandidate[] = [];
  for (const [cadreId, ofCadre] of Map.groupBy(heard, ({ event }) => event.subject)) {
    const commands = ofCadre.map(commandOf);
    proposed.push(...proposedIn(await inquiries.change(cadreId, (inquiry) => decideInTurn(commands, inquiry))));
  }
  return proposed;
}

function commandOf(heard: GateHeard): Hearing {
  return heard.kind === 'passed'
    ? { type: 'ProposeCandidate', announcement: announcementOf(heard.event) }
    : { type: 'HearBasisChange', announcement: basisAnnouncementOf(heard.event) };
}

function proposedIn({ events, version }: Changed): DueCandidate[] {
  return events.flatMap((event) =>
    event.type === 'CandidateProposed' ? [{ candidateId: event.candidateId, version, dueOn: event.dueOn }] : [],
  );
}
