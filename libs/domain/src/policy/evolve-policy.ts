import type { PolicyEvent, PolicyLife } from '#domain/policy/policy-life';

/** A stream whose events do not fit one another: never written, so a fault of the store. */
export class PolicyStreamBroken extends Error {
  override readonly name = 'PolicyStreamBroken';
}

type Drafted = Exclude<PolicyLife, { readonly status: 'none' }>;
type AwaitingApproval = Extract<PolicyLife, { readonly status: 'approval-asked' }>;
type Approved = Extract<PolicyLife, { readonly status: 'approved' | 'live' | 'retired' }>;

/** The state after an event; events are facts and are never refused. */
export function evolvePolicy(policy: PolicyLife, event: PolicyEvent): PolicyLife {
  switch (event.type) {
    case 'PolicyDrafted':
      return { status: 'draft', kind: event.kind, sent: event.sent, revision: 1, authors: [event.by] };
    case 'PolicyShipped':
      return { status: 'approved', kind: event.kind, sent: event.sent, revision: 1, authors: [], approvals: [] };
    default:
      if (policy.status === 'none') throw new PolicyStreamBroken(`${event.type} before any draft`);
      return afterDraft(policy, event);
  }
}

type AboutDrafted = Exclude<PolicyEvent, { readonly type: 'PolicyDrafted' | 'PolicyShipped' }>;

function afterDraft(policy: Drafted, event: AboutDrafted): PolicyLife {
  const { kind, sent, revision, authors } = policy;
  const written = { kind, sent, revision, authors };
  switch (event.type) {
    case 'PolicyRevised':
      return {
        status: 'draft',
        kind,
        sent: event.sent,
        revision: revision + 1,
        authors: authors.includes(event.by) ? authors : [...authors, event.by],
        ...(policy.status === 'draft' && policy.refusal ? { refusal: policy.refusal } : {}),
      };
    case 'PolicyChecked':
      return { ...written, status: 'checked', checked: { by: event.by, on: event.on } };
    case 'ApprovalAsked':
      return { ...written, status: 'approval-asked', asked: { by: event.by, on: event.on }, approvals: [] };
    case 'ApprovalRefused':
      return { ...written, status: 'draft', refusal: { by: event.by, on: event.on, reason: event.reason } };
    case 'ApprovalGiven':
      return { ...awaiting(policy, event), approvals: [{ by: event.by, on: event.on }] };
    case 'PolicyApproved':
      return { ...written, status: 'approved', approvals: [...awaiting(policy, event).approvals, { by: event.by, on: event.on }] };
    case 'PolicyWentLive':
      return { ...written, status: 'live', approvals: approved(policy, event).approvals };
    case 'PolicyRetired':
      return { ...written, status: 'retired', approvals: approved(policy, event).approvals };
  }
}

function awaiting(policy: Drafted, { type }: PolicyEvent): AwaitingApproval {
  if (policy.status !== 'approval-asked') throw new PolicyStreamBroken(`${type} of what was not put up for approval`);
  return policy;
}

function approved(policy: Drafted, { type }: PolicyEvent): Approved {
  if (policy.status !== 'approved' && policy.status !== 'live' && policy.status !== 'retired') {
    throw new PolicyStreamBroken(`${type} of what was not approved`);
  }
  return policy;
}
