import type { Inquiry, InquiryEvent } from '#domain/inquiry/inquiry';

/** A stream that decides about a candidate before one was proposed: never written, so a fault of the store. */
export class InquiryStreamBroken extends Error {
  override readonly name = 'InquiryStreamBroken';
}

/** The state after an event; events are facts and are never refused. */
export function evolveInquiry(inquiry: Inquiry, event: InquiryEvent): Inquiry {
  switch (event.type) {
    case 'CandidateProposed':
    case 'CandidateHeld': {
      const { candidateId: id, cause, proposedOn, dueOn, snapshot } = event;
      return {
        status: event.type === 'CandidateHeld' ? 'held' : 'proposed',
        candidate: { id, cause, proposedOn, dueOn, snapshot, laterEvents: [], basisChanges: [] },
        heard: [...inquiry.heard, id],
      };
    }
    case 'NothingNewHeard':
      return { ...inquiry, heard: [...inquiry.heard, event.announcement] };
    default:
      if (inquiry.status === 'not-proposed') throw new InquiryStreamBroken(`${event.type} before any candidate`);
      return withCandidate(inquiry, event);
  }
}

type AboutCandidate = Exclude<InquiryEvent, { type: 'CandidateProposed' | 'CandidateHeld' | 'NothingNewHeard' }>;
type WithCandidate = Exclude<Inquiry, { status: 'not-proposed' }>;

function withCandidate(inquiry: WithCandidate, event: AboutCandidate): Inquiry {
  const { candidate, heard } = inquiry;
  switch (event.type) {
    case 'LaterEventAttached': {
      const laterEvents = [...candidate.laterEvents, event.eventId];
      return { ...inquiry, candidate: { ...candidate, laterEvents }, heard: [...heard, event.announcement] };
    }
    case 'DismissalAsked':
      return { status: 'dismissal-asked', candidate, heard, asked: { by: event.by, reason: event.reason } };
    case 'DismissalRefused':
    case 'CandidateReleased':
      return { status: 'proposed', candidate, heard };
    case 'CandidateDismissed':
      if (inquiry.status !== 'dismissal-asked') throw new InquiryStreamBroken('dismissed before anybody asked for it');
      return { status: 'dismissed', candidate, heard, asked: inquiry.asked, decidedBy: event.by, toReview: false };
    case 'CandidateTaken':
      return { status: 'taken', candidate, heard, decidedBy: event.by, clueNumber: event.clueNumber, toReview: false };
    case 'BasisChanged':
    case 'DecisionUpheld':
    case 'CandidateWithdrawn':
      return withReview(inquiry, event);
  }
}

type AboutBasis = Extract<InquiryEvent, { type: 'BasisChanged' | 'DecisionUpheld' | 'CandidateWithdrawn' }>;

function withReview(inquiry: WithCandidate, event: AboutBasis): Inquiry {
  switch (event.type) {
    case 'BasisChanged': {
      const basisChanges = [...inquiry.candidate.basisChanges, event.change];
      const changed = { candidate: { ...inquiry.candidate, basisChanges }, heard: [...inquiry.heard, event.announcement] };
      return isDecided(inquiry) ? { ...inquiry, ...changed, toReview: true } : { ...inquiry, ...changed };
    }
    case 'DecisionUpheld':
      return isDecided(inquiry) ? { ...inquiry, toReview: false } : inquiry;
    case 'CandidateWithdrawn': {
      if (inquiry.status !== 'taken') throw new InquiryStreamBroken('withdrawn before it was taken');
      const { candidate, heard, clueNumber } = inquiry;
      return { status: 'withdrawn', candidate, heard, decidedBy: event.by, clueNumber };
    }
  }
}

function isDecided(inquiry: Inquiry): inquiry is Extract<Inquiry, { status: 'dismissed' | 'taken' }> {
  return inquiry.status === 'dismissed' || inquiry.status === 'taken';
}
