import {
  CANDIDATE_DISMISSED,
  CANDIDATE_OVERDUE,
  CANDIDATE_PROPOSED,
  CANDIDATE_TAKEN,
  CANDIDATE_WITHDRAWN,
  type candidateDismissed,
  type candidateOverdue,
  type candidateProposed,
  type candidateTaken,
  type candidateWithdrawn,
} from '#contracts/inquiry/inquiry-events';
import { INQUIRY_EVENTS } from '#contracts/topics';
import { dateOf, type Day } from '#domain/calendar/day';
import type { InquiryEvent } from '#domain/inquiry/inquiry';
import type { OutgoingEvent } from '#persistence/transaction';
import { uuidOf } from '#platform/event-id';
import type { z } from 'zod';

/** What others hear of an event of a cadre's stream; undefined for what stays inside. */
export function announcementOf(subject: string, candidateId: string, event: InquiryEvent): OutgoingEvent | undefined {
  const of = { candidateId, subject };
  switch (event.type) {
    case 'CandidateProposed':
    // What is held is nobody's work yet: others hear of it when a person lets it go.
    case 'CandidateReleased': {
      const data = { ...of, proposedOn: dateOf(event.proposedOn), dueOn: dateOf(event.dueOn) };
      return outgoing(CANDIDATE_PROPOSED, data satisfies z.infer<typeof candidateProposed>);
    }
    case 'CandidateDismissed': {
      const data = { ...of, dismissedOn: dateOf(event.on) };
      return outgoing(CANDIDATE_DISMISSED, data satisfies z.infer<typeof candidateDismissed>);
    }
    case 'CandidateTaken': {
      const data = { ...of, takenOn: dateOf(event.on), clueNumber: event.clueNumber };
      return outgoing(CANDIDATE_TAKEN, data satisfies z.infer<typeof candidateTaken>);
    }
    case 'CandidateWithdrawn': {
      const data = { ...of, withdrawnOn: dateOf(event.on) };
      return outgoing(CANDIDATE_WITHDRAWN, data satisfies z.infer<typeof candidateWithdrawn>);
    }
    default:
      return undefined;
  }
}

export function overdueAnnouncement(subject: string, candidateId: string, dueOn: Day): OutgoingEvent {
  const data = { candidateId, subject, dueOn: dateOf(dueOn) };
  return outgoing(CANDIDATE_OVERDUE, data satisfies z.infer<typeof candidateOverdue>);
}

/** Each of these happens once to a candidate, so type and candidate name the event. */
function outgoing(type: string, data: { readonly candidateId: string; readonly subject: string }): OutgoingEvent {
  return { topic: INQUIRY_EVENTS, key: data.subject, id: uuidOf(type, data.candidateId), type, data };
}
