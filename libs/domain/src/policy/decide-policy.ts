import type { Day } from '#domain/calendar/day';
import {
  type Examine,
  type PolicyCommand,
  type PolicyEvent,
  type PolicyKind,
  type PolicyLife,
  PolicyRuleBroken,
  type Sent,
  type Signed,
} from '#domain/policy/policy-life';

type Drafted = Exclude<PolicyLife, { readonly status: 'none' }>;
type AwaitingApproval = Extract<PolicyLife, { readonly status: 'approval-asked' }>;

/**
 * What a command means for one policy. An empty list means "nothing to do": a check that finds something leaves a draft a draft,
 * a switch to what is live already changes nothing.
 * @throws PolicyRuleBroken when the command does not fit the state
 * @see design risk-model 9
 */
export function decidePolicy(command: PolicyCommand, policy: PolicyLife, examine: Examine): PolicyEvent[] {
  if (command.type !== 'DraftPolicy') {
    if (policy.status === 'none') throw new PolicyRuleBroken('policy-not-drafted');
    return decideDrafted(command, policy, examine);
  }
  if (policy.status !== 'none') throw new PolicyRuleBroken('policy-drafted-already');
  const { kind, text, by, on } = command;
  return [{ type: 'PolicyDrafted', kind, sent: examine(kind, text).sent, by, on }];
}

/** What a new installation starts with is live at once; shipped again it changes nothing. */
export function shipPolicy({ kind, sent, on }: { kind: PolicyKind; sent: Sent; on: Day }, policy: PolicyLife): PolicyEvent[] {
  if (policy.status !== 'none') return [];
  return [
    { type: 'PolicyShipped', kind, sent, on },
    { type: 'PolicyWentLive', by: null, on },
  ];
}

type AboutDrafted = Exclude<PolicyCommand, { readonly type: 'DraftPolicy' }>;

function decideDrafted(command: AboutDrafted, policy: Drafted, examine: Examine): PolicyEvent[] {
  const { by, on } = command;
  switch (command.type) {
    case 'RevisePolicy':
      requireDraft(policy);
      if (command.revision !== policy.revision) throw new PolicyRuleBroken('policy-revised-meanwhile');
      if (command.text === policy.sent.text) return [];
      return [{ type: 'PolicyRevised', sent: examine(policy.kind, command.text).sent, by, on }];
    case 'CheckPolicy':
      requireDraft(policy);
      return policy.status === 'draft' && isTotal(policy, examine) ? [{ type: 'PolicyChecked', by, on }] : [];
    case 'AskApproval':
      if (policy.status !== 'checked') throw new PolicyRuleBroken('policy-not-checked');
      requireTotal(policy, examine);
      requireBacktest(policy, command.backtested);
      return [{ type: 'ApprovalAsked', by, on }];
    case 'ApprovePolicy':
      return [approve(command, awaiting(policy), examine)];
    case 'RefuseApproval':
      awaiting(policy);
      return [{ type: 'ApprovalRefused', by, on, reason: command.reason }];
    case 'GoLive':
      return goLive(command, policy);
    case 'RetirePolicy':
      if (policy.status !== 'live') throw new PolicyRuleBroken('policy-not-live');
      return [{ type: 'PolicyRetired', by, on }];
  }
}

/** Two different people, neither of whom wrote a part of it or asked for the approval. */
function approve(
  { by, on, hash, backtested }: Extract<PolicyCommand, { readonly type: 'ApprovePolicy' }>,
  policy: AwaitingApproval,
  examine: Examine,
): PolicyEvent {
  if (hash !== policy.sent.hash) throw new PolicyRuleBroken('policy-is-another');
  if (policy.authors.includes(by)) throw new PolicyRuleBroken('approver-is-author');
  if (policy.asked.by === by) throw new PolicyRuleBroken('approver-asked');
  if (policy.approvals.some((approval) => approval.by === by)) throw new PolicyRuleBroken('approver-approved-already');
  // The catalogue may have grown since the check.
  requireTotal(policy, examine);
  requireBacktest(policy, backtested);
  return { type: policy.approvals.length === 0 ? 'ApprovalGiven' : 'PolicyApproved', by, on };
}

/** What was retired may go live again: the step back from a switch. */
function goLive({ by, on }: Signed, policy: Drafted): PolicyEvent[] {
  if (policy.status === 'live') return [];
  if (policy.status !== 'approved' && policy.status !== 'retired') throw new PolicyRuleBroken('policy-not-approved');
  return [{ type: 'PolicyWentLive', by, on }];
}

function requireDraft(policy: Drafted): void {
  if (policy.status !== 'draft' && policy.status !== 'checked') throw new PolicyRuleBroken('policy-not-a-draft');
}

function awaiting(policy: Drafted): AwaitingApproval {
  if (policy.status !== 'approval-asked') throw new PolicyRuleBroken('policy-not-awaiting-approval');
  return policy;
}

/** Of exactly this document. A points scheme moves no reading and proposes nobody, so there is nothing to run (decision 0031). */
function requireBacktest({ kind, sent: { hash } }: Drafted, backtested: readonly string[]): void {
  if (kind === 'odds' && (hash === null || !backtested.includes(hash))) throw new PolicyRuleBroken('policy-not-backtested');
}

const isTotal = ({ kind, sent }: Drafted, examine: Examine): boolean => examine(kind, sent.text).findings.length === 0;

function requireTotal(policy: Drafted, examine: Examine): void {
  if (!isTotal(policy, examine)) throw new PolicyRuleBroken('policy-not-total');
}
