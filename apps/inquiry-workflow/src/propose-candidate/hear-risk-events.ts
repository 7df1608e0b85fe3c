import type { GateCorrected } from '#contracts/risk/risk-corrections';
import type { GatePassed } from '#contracts/risk/risk-events';
import { decideInTurn } from '#domain/inquiry/decide-inquiry';
import type { Hearing } from '#domain/inquiry/inquiry';
import type { DueCandidate, InquiryStore } from '#domain/inquiry/inquiry-store';
import type { CandidateBrake } from './candidate-brake';
import { announcementOf, basisAnnouncementOf } from './announcement-of';

/** What the projector announced of gates, in log order. */
export type GateHeard =
  { readonly kind: 'passed'; readonly event: GatePassed } | { readonly kind: 'gate-corrected'; readonly event: GateCorrected };

/**
 * Proposes, holds, attaches or leaves what the projector announced, and marks what has lost its basis; one change per cadre.
 * @returns the candidates made now, those held too: their last day runs
 */
export async function hearGates(
  inquiries: InquiryStore,
  heard: readonly GateHeard[],
  brake: CandidateBrake,
): Promise<readonly DueCandidate[]> {
  const made: DueCandidate[] = [];
  for (const [cadreId, ofCadre] of Map.groupBy(heard, ({ event }) => event.subject)) {
    const commands = ofCadre.map((each) => commandOf(each, brake));
    const { events, version } = await inquiries.change(cadreId, (inquiry) => decideInTurn(commands, inquiry));
    for (const event of events) {
      if (event.type !== 'CandidateProposed' && event.type !== 'CandidateHeld') continue;
      if (event.type === 'CandidateProposed') brake.count(event.proposedOn);
      made.push({ candidateId: event.candidateId, version, dueOn: event.dueOn });
    }
  }
  return made;
}

function commandOf(heard: GateHeard, brake: CandidateBrake): Hearing {
  if (heard.kind !== 'passed') return { type: 'HearBasisChange', announcement: basisAnnouncementOf(heard.event) };
  const announcement = announcementOf(heard.event);
  return { type: brake.holds(announcement.day) ? 'HoldCandidate' : 'ProposeCandidate', announcement };
}
