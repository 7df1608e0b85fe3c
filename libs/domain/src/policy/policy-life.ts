import type { Day } from '#domain/calendar/day';

/** Two ways to read the one ledger (design: risk-model): odds from what was found, points from what was decided. */
export const POLICY_KINDS = ['odds', 'points'] as const;
export type PolicyKind = (typeof POLICY_KINDS)[number];

/** One thing that is wrong with a document, told in both languages to who wrote it. */
export interface Finding {
  /** JSON Pointer (RFC 6901) to the place. */
  readonly pointer: string;
  /** Stable kebab-case code. */
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

/** A document as its author sent it, and what it says. */
export interface Sent {
  readonly text: string;
  /** The canonical JSON (RFC 8785) of what it says, with what an author may leave out; null while the text is no JSON. */
  readonly document: string | null;
  /** SHA-256 of that in hex: the name of the policy. */
  readonly hash: string | null;
}

/** Reads a text: what it says and everything that is wrong with it. Nothing is wrong with what may be approved. */
export type Examine = (kind: PolicyKind, text: string) => { readonly sent: Sent; readonly findings: readonly Finding[] };

export interface Signed {
  readonly by: string;
  readonly on: Day;
}

export interface Refusal extends Signed {
  readonly reason: string;
}

/** What has happened to one policy: a stream, appended to and never changed. */
export type PolicyEvent =
  | ({ readonly type: 'PolicyDrafted'; readonly kind: PolicyKind; readonly sent: Sent } & Signed)
  /** What a new installation starts with; nobody drafted it and nobody approved it. */
  | { readonly type: 'PolicyShipped'; readonly kind: PolicyKind; readonly sent: Sent; readonly on: Day }
  | ({ readonly type: 'PolicyRevised'; readonly sent: Sent } & Signed)
  | ({ readonly type: 'PolicyChecked' } & Signed)
  | ({ readonly type: 'ApprovalAsked' } & Signed)
  | ({ readonly type: 'ApprovalRefused' } & Refusal)
  /** The first of two. */
  | ({ readonly type: 'ApprovalGiven' } & Signed)
  /** The second of two: from here on it never changes. */
  | ({ readonly type: 'PolicyApproved' } & Signed)
  /** `by` is null for what was shipped. */
  | { readonly type: 'PolicyWentLive'; readonly by: string | null; readonly on: Day }
  | ({ readonly type: 'PolicyRetired' } & Signed);

interface Written {
  readonly kind: PolicyKind;
  readonly sent: Sent;
  /** Counts the texts that were sent: whoever revises says which one they saw. */
  readonly revision: number;
  /** Whoever wrote a part of it, in the order in which they came. */
  readonly authors: readonly string[];
}

interface Approved extends Written {
  /** Two people; nobody for what was shipped. */
  readonly approvals: readonly Signed[];
}

export type PolicyLife =
  | { readonly status: 'none' }
  | (Written & { readonly status: 'draft'; readonly refusal?: Refusal })
  | (Written & { readonly status: 'checked'; readonly checked: Signed })
  | (Approved & { readonly status: 'approval-asked'; readonly asked: Signed })
  | (Approved & { readonly status: 'approved' | 'live' | 'retired' });

export const NOT_DRAFTED: PolicyLife = { status: 'none' };

/** What is known of the backtests of a policy (risk-model 9) when somebody decides about its approval. */
interface Tested {
  /** Hashes of the documents of this policy over which a backtest has run to its end. */
  readonly backtested: readonly string[];
}

/** What people decide about a policy; it goes live by a switch of readings (odds) or by a decision (points). */
export type PolicyCommand =
  | ({ readonly type: 'DraftPolicy'; readonly kind: PolicyKind; readonly text: string } & Signed)
  | ({ readonly type: 'RevisePolicy'; readonly text: string; readonly revision: number } & Signed)
  | ({ readonly type: 'CheckPolicy' } & Signed)
  | ({ readonly type: 'AskApproval' } & Tested & Signed)
  /** `hash` is what the approver has read. */
  | ({ readonly type: 'ApprovePolicy'; readonly hash: string } & Tested & Signed)
  | ({ readonly type: 'RefuseApproval'; readonly reason: string } & Signed)
  | ({ readonly type: 'GoLive' } & Signed)
  | ({ readonly type: 'RetirePolicy' } & Signed);

export type PolicyRule =
  | 'policy-drafted-already'
  | 'policy-not-drafted'
  | 'policy-not-a-draft'
  | 'policy-revised-meanwhile'
  | 'policy-not-checked'
  | 'policy-not-total'
  | 'policy-not-backtested'
  | 'policy-not-awaiting-approval'
  | 'policy-is-another'
  | 'approver-is-author'
  | 'approver-asked'
  | 'approver-approved-already'
  | 'policy-not-approved'
  | 'policy-not-live'
  | 'policy-known-already'
  | 'policy-name-in-use';

/** What was asked does not fit what has happened before; the code is stable. */
export class PolicyRuleBroken extends Error {
  override readonly name = 'PolicyRuleBroken';

  constructor(readonly code: PolicyRule) {
    super(code);
  }
}
