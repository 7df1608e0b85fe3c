import type { Day } from '#domain/calendar/day';
import type { BasisAnnouncement, BasisChange } from '#domain/inquiry/basis';
import type { Recommendation } from '#domain/inquiry/recommend-disposition';
import type { LevelName } from '#domain/risk/policy';

/** One signal that stood behind a candidate when it was announced. Frozen: people read it, no rule computes with its numbers. */
export interface Reason {
  readonly eventId: string;
  readonly code: string;
  readonly channel: string;
  readonly matter: string;
  /** `2026-04-27`, as announced. */
  readonly day: string;
  readonly status: string;
  readonly grade: string;
  /** Milli-points. */
  readonly part: number;
}

/** What the reading said at the moment of the announcement, kept as announced. E and P in milli-points. */
export interface Snapshot {
  readonly level: LevelName;
  readonly e: number;
  readonly p: number;
  readonly policy: string;
  readonly leadingMatter: string;
  /** The weightiest first; what is beyond them is `rest`. */
  readonly reasons: readonly Reason[];
  /** How many more signals contributed, and their milli-points together. */
  readonly rest: { readonly count: number; readonly part: number };
  /** Of all signals that contributed, the weightiest first; a bounded list: what was left out is news when it is heard again. */
  readonly matters: readonly string[];
  readonly recommended: Recommendation;
}

/** After the event `cause` the level of a cadre is 函询 or higher and the gate is open. */
export interface Announcement {
  /** Of the candidate that this makes if it makes one; the same whenever it is delivered again. */
  readonly candidateId: string;
  readonly cause: string;
  readonly causeMatter?: string;
  readonly causeRaisesStatus: boolean;
  /** Whether level and gate were there before the event. */
  readonly heldBefore: boolean;
  /** The day on which the clue reached the product. */
  readonly day: Day;
  readonly snapshot: Snapshot;
}

/** What has happened to one cadre's candidates: one stream per cadre, appended to and never changed. */
export type InquiryEvent =
  | {
      /** Held: more were proposed that day than the brake lets through; it waits until a person lets it go. */
      readonly type: 'CandidateProposed' | 'CandidateHeld';
      readonly candidateId: string;
      readonly cause: string;
      readonly proposedOn: Day;
      readonly dueOn: Day;
      readonly snapshot: Snapshot;
    }
  /** With the days that it was held with: its clock ran all the while. */
  | {
      readonly type: 'CandidateReleased';
      readonly by: string;
      readonly on: Day;
      readonly reason: string;
      readonly proposedOn: Day;
      readonly dueOn: Day;
    }
  | { readonly type: 'LaterEventAttached'; readonly announcement: string; readonly eventId: string }
  | { readonly type: 'NothingNewHeard'; readonly announcement: string }
  | { readonly type: 'DismissalAsked'; readonly by: string; readonly reason: string }
  /** Who refused before reasons were asked for gave none. */
  | { readonly type: 'DismissalRefused'; readonly by: string; readonly reason?: string }
  | { readonly type: 'CandidateDismissed'; readonly by: string; readonly on: Day }
  | { readonly type: 'CandidateTaken'; readonly by: string; readonly on: Day; readonly clueNumber: string }
  /** What the candidate was proposed by counts for less. No decision is changed by it. */
  | { readonly type: 'BasisChanged'; readonly announcement: string; readonly change: BasisChange }
  /** A decided candidate whose basis changed: a person says that the decision stands. */
  | { readonly type: 'DecisionUpheld'; readonly by: string; readonly on: Day; readonly reason: string }
  /** T28: the inquiry goes no further. */
  | { readonly type: 'CandidateWithdrawn'; readonly by: string; readonly on: Day; readonly reason: string };

export interface Candidate {
  readonly id: string;
  readonly cause: string;
  readonly proposedOn: Day;
  /** The last day to decide. */
  readonly dueOn: Day;
  readonly snapshot: Snapshot;
  /** Events that arrived while it was open, or taken. */
  readonly laterEvents: readonly string[];
  /** What of its basis has fallen away since, the oldest first. */
  readonly basisChanges: readonly BasisChange[];
}

interface Heard {
  /** Announcements that have had their effect, by the id of their candidate: heard again they do nothing. */
  readonly heard: readonly string[];
}

interface OfCandidate extends Heard {
  readonly candidate: Candidate;
}

export interface AskedDismissal {
  readonly by: string;
  readonly reason: string;
}

interface Reviewed {
  /** The basis changed after the decision, and nobody has looked since. */
  readonly toReview: boolean;
}

export type Inquiry =
  | (Heard & { readonly status: 'not-proposed' })
  | (OfCandidate & { readonly status: 'held' })
  | (OfCandidate & { readonly status: 'proposed' })
  | (OfCandidate & { readonly status: 'dismissal-asked'; readonly asked: AskedDismissal })
  | (OfCandidate & Reviewed & { readonly status: 'dismissed'; readonly asked: AskedDismissal; readonly decidedBy: string })
  | (OfCandidate & Reviewed & { readonly status: 'taken'; readonly decidedBy: string; readonly clueNumber: string })
  | (OfCandidate & { readonly status: 'withdrawn'; readonly decidedBy: string; readonly clueNumber: string });

export const NOT_PROPOSED: Inquiry = { status: 'not-proposed', heard: [] };

/** What people decide about a candidate; none of it issues a letter. */
export type Decision =
  | { readonly type: 'AskDismissal'; readonly candidateId: string; readonly by: string; readonly reason: string }
  | { readonly type: 'RefuseDismissal'; readonly candidateId: string; readonly by: string; readonly reason: string }
  | { readonly type: 'ConfirmDismissal'; readonly candidateId: string; readonly by: string; readonly on: Day }
  | { readonly type: 'TakeCandidate'; readonly candidateId: string; readonly by: string; readonly on: Day; readonly clueNumber: string }
  | Release
  | Review;

/** What the brake held may be treated. */
export interface Release {
  readonly type: 'ReleaseCandidate';
  readonly candidateId: string;
  readonly by: string;
  readonly on: Day;
  readonly reason: string;
}

/** What a person says of a decision whose basis changed. */
export type Review =
  | { readonly type: 'UpholdDecision'; readonly candidateId: string; readonly by: string; readonly on: Day; readonly reason: string }
  | { readonly type: 'WithdrawCandidate'; readonly candidateId: string; readonly by: string; readonly on: Day; readonly reason: string };

/** A machine can only propose, and say that the basis of what it proposed has changed. */
export type Hearing =
  /** To be held: by the brake, if it makes a candidate. */
  | { readonly type: 'ProposeCandidate' | 'HoldCandidate'; readonly announcement: Announcement }
  | { readonly type: 'HearBasisChange'; readonly announcement: BasisAnnouncement };

export type InquiryCommand = Hearing | Decision;

export type InquiryRule =
  | 'candidate-not-open'
  | 'candidate-held'
  | 'candidate-not-held'
  | 'dismissal-already-asked'
  | 'dismissal-not-asked'
  | 'dismissal-needs-another-person'
  | 'clue-number-in-use'
  | 'review-not-asked'
  | 'nothing-to-withdraw'
  | 'withdrawal-needs-another-person';

/** What was asked does not fit what has happened before; the code is stable. */
export class InquiryRuleBroken extends Error {
  override readonly name = 'InquiryRuleBroken';

  constructor(readonly code: InquiryRule) {
    super(code);
  }
}
