import { oneMonthAfter } from '#domain/calendar/one-month';
import { evolveInquiry } from '#domain/inquiry/evolve-inquiry';
import { type BasisAnnouncement, basisChange } from '#domain/inquiry/basis';
import {
  type Announcement,
  type Decision,
  type Hearing,
  type Inquiry,
  type InquiryCommand,
  type InquiryEvent,
  InquiryRuleBroken,
  type Release,
  type Review,
} from '#domain/inquiry/inquiry';

/**
 * What a command means for the candidates of one cadre. An empty list means "nothing to do": an announcement delivered again
 * is harmless.
 * @throws InquiryRuleBroken when a person's decision does not fit the state
 * @see domain inquiry 1.5, T0 to T2; design risk-model 7
 */
export function decideInquiry(command: InquiryCommand, inquiry: Inquiry): InquiryEvent[] {
  switch (command.type) {
    case 'ProposeCandidate':
    case 'HoldCandidate':
      return hear(command, inquiry);
    case 'HearBasisChange':
      return hearBasisChange(command.announcement, inquiry);
    case 'ReleaseCandidate':
      return [release(command, inquiry)];
    case 'UpholdDecision':
    case 'WithdrawCandidate':
      return [decideReview(command, inquiry)];
    default:
      return [decideOpen(command, inquiry)];
  }
}

/** Several commands of one cadre, each against the state that the ones before it leave. */
export function decideInTurn(commands: readonly InquiryCommand[], inquiry: Inquiry): InquiryEvent[] {
  const events: InquiryEvent[] = [];
  let state = inquiry;
  for (const command of commands) {
    const decided = decideInquiry(command, state);
    state = decided.reduce(evolveInquiry, state);
    events.push(...decided);
  }
  return events;
}

type Heard = Extract<Hearing, { announcement: Announcement }>;

function hear({ type, announcement }: Heard, inquiry: Inquiry): InquiryEvent[] {
  const { candidateId, cause, day, snapshot } = announcement;
  if (inquiry.heard.includes(candidateId)) return [];
  // A candidate that was taken is an open inquiry: what comes later belongs to it until it is closed.
  if (isUnderWay(inquiry)) {
    return [{ type: 'LaterEventAttached', announcement: candidateId, eventId: cause }];
  }
  if (!isNews(announcement, inquiry)) return [{ type: 'NothingNewHeard', announcement: candidateId }];
  // The first clue is the one that proposes: its clock starts on the day it reached the product.
  const made = type === 'HoldCandidate' ? 'CandidateHeld' : 'CandidateProposed';
  return [{ type: made, candidateId, cause, proposedOn: day, dueOn: oneMonthAfter(day), snapshot }];
}

/**
 * With nothing open: level and gate were not both there before, or the event tells something that the last decision did not
 * weigh. Before the first decision nothing has been weighed, so an event of any matter is news.
 */
function isNews({ heldBefore, causeRaisesStatus, causeMatter }: Announcement, inquiry: Inquiry): boolean {
  if (!heldBefore || causeRaisesStatus) return true;
  const weighed = inquiry.status === 'not-proposed' ? [] : inquiry.candidate.snapshot.matters;
  return causeMatter !== undefined && !weighed.includes(causeMatter);
}

function isUnderWay({ status }: Inquiry): boolean {
  return status === 'held' || status === 'proposed' || status === 'dismissal-asked' || status === 'taken';
}

/**
 * Whatever it does to the reading, it changes nobody's decision: an open candidate is marked, a decided one waits for a person to look
 * at the decision.
 */
function hearBasisChange(announcement: BasisAnnouncement, inquiry: Inquiry): InquiryEvent[] {
  const { id } = announcement;
  if (inquiry.heard.includes(id)) return [];
  const isOver = inquiry.status === 'not-proposed' || inquiry.status === 'withdrawn';
  const change = isOver ? undefined : basisChange(inquiry.candidate, announcement);
  return [change ? { type: 'BasisChanged', announcement: id, change } : { type: 'NothingNewHeard', announcement: id }];
}

/** A decision is withdrawn by another person than the one who made it; only what was taken is under way and can be. */
function decideReview(review: Review, inquiry: Inquiry): InquiryEvent {
  const isDecided = inquiry.status === 'dismissed' || inquiry.status === 'taken';
  if (!isDecided || !inquiry.toReview || inquiry.candidate.id !== review.candidateId) throw new InquiryRuleBroken('review-not-asked');
  const { by, on, reason } = review;
  if (review.type === 'UpholdDecision') return { type: 'DecisionUpheld', by, on, reason };
  if (inquiry.status !== 'taken') throw new InquiryRuleBroken('nothing-to-withdraw');
  if (by === inquiry.decidedBy) throw new InquiryRuleBroken('withdrawal-needs-another-person');
  return { type: 'CandidateWithdrawn', by, on, reason };
}

function release({ candidateId, by, on, reason }: Release, inquiry: Inquiry): InquiryEvent {
  if (inquiry.status !== 'held' || inquiry.candidate.id !== candidateId) throw new InquiryRuleBroken('candidate-not-held');
  const { proposedOn, dueOn } = inquiry.candidate;
  return { type: 'CandidateReleased', by, on, reason, proposedOn, dueOn };
}

type OpenDecision = Exclude<Decision, Release | Review>;

function decideOpen(decision: OpenDecision, inquiry: Inquiry): InquiryEvent {
  if (inquiry.status === 'held' && inquiry.candidate.id === decision.candidateId) throw new InquiryRuleBroken('candidate-held');
  const open = inquiry.status === 'proposed' || inquiry.status === 'dismissal-asked';
  if (!open || inquiry.candidate.id !== decision.candidateId) throw new InquiryRuleBroken('candidate-not-open');
  return inquiry.status === 'proposed' ? decideProposed(decision) : decideAsked(decision, inquiry.asked.by);
}

function decideProposed(decision: OpenDecision): InquiryEvent {
  switch (decision.type) {
    case 'AskDismissal':
      return { type: 'DismissalAsked', by: decision.by, reason: decision.reason };
    case 'TakeCandidate':
      return { type: 'CandidateTaken', by: decision.by, on: decision.on, clueNumber: decision.clueNumber };
    case 'ConfirmDismissal':
    case 'RefuseDismissal':
      throw new InquiryRuleBroken('dismissal-not-asked');
  }
}

/** A dismissal takes two people; until the second has answered, the candidate cannot be taken either. */
function decideAsked(decision: OpenDecision, askedBy: string): InquiryEvent {
  if (decision.type === 'AskDismissal' || decision.type === 'TakeCandidate') throw new InquiryRuleBroken('dismissal-already-asked');
  if (decision.by === askedBy) throw new InquiryRuleBroken('dismissal-needs-another-person');
  return decision.type === 'ConfirmDismissal'
    ? { type: 'CandidateDismissed', by: decision.by, on: decision.on }
    : { type: 'DismissalRefused', by: decision.by, reason: decision.reason };
}
