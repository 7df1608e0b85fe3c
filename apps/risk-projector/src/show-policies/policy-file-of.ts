import type { PolicyFile } from '#contracts/console/policies';
import { dateOf } from '#domain/calendar/day';
import { evolvePolicy } from '#domain/policy/evolve-policy';
import { NOT_DRAFTED, type PolicyEvent, type PolicyLife, type Signed } from '#domain/policy/policy-life';
import { examinePolicy } from '../examine-policy/examine-policy';
import { policyRowOf, type SummaryRow } from './policy-row-of';

export interface StoredEvent {
  readonly body: string;
  readonly at: Date;
}

const DEEDS: Readonly<Record<PolicyEvent['type'], PolicyFile['history'][number]['deed']>> = {
  PolicyDrafted: 'drafted',
  PolicyShipped: 'shipped',
  PolicyRevised: 'revised',
  PolicyChecked: 'checked',
  ApprovalAsked: 'approval-asked',
  ApprovalRefused: 'approval-refused',
  ApprovalGiven: 'approval-given',
  PolicyApproved: 'approved',
  PolicyWentLive: 'went-live',
  PolicyRetired: 'retired',
};

const signedOf = ({ by, on }: Signed): { by: string; on: string } => ({ by, on: dateOf(on) });

function deedOf(event: PolicyEvent, at: Date): PolicyFile['history'][number] {
  const by = 'by' in event ? event.by : null;
  return { deed: DEEDS[event.type], by, at: at.toISOString(), reason: event.type === 'ApprovalRefused' ? event.reason : null };
}

type Drafted = Exclude<PolicyLife, { readonly status: 'none' }>;

function whoOf(policy: Drafted): Pick<PolicyFile, 'asked' | 'approvals' | 'refusal'> {
  const refusal = policy.status === 'draft' ? policy.refusal : undefined;
  return {
    asked: policy.status === 'approval-asked' ? signedOf(policy.asked) : null,
    approvals: 'approvals' in policy ? policy.approvals.map(signedOf) : [],
    refusal: refusal ? { ...signedOf(refusal), reason: refusal.reason } : null,
  };
}

/** A policy with all that was decided about it, and what is wrong with it by the catalogue of today. */
export function policyFileOf(row: SummaryRow, stream: readonly StoredEvent[]): PolicyFile {
  const events = stream.map(({ body }) => JSON.parse(body) as PolicyEvent);
  const policy = events.reduce(evolvePolicy, NOT_DRAFTED as PolicyLife);
  if (policy.status === 'none') throw new RangeError('a page without a stream');
  const { sent, revision, authors, kind } = policy;
  return {
    ...policyRowOf(row),
    revision,
    text: sent.text,
    document: sent.document,
    findings: [...examinePolicy(kind, sent.text).findings],
    authors: [...authors],
    ...whoOf(policy),
    history: events.map((event, place) => deedOf(event, stream[place]?.at ?? row.changed_at)),
  };
}
