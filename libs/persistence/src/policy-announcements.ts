import type { z } from 'zod';
import * as told from '#contracts/policy/policy-events';
import { POLICY_EVENTS } from '#contracts/topics';
import { dateOf } from '#domain/calendar/day';
import type { PolicyEvent, PolicyLife } from '#domain/policy/policy-life';
import { policyName } from '#persistence/policy-row';
import type { OutgoingEvent } from '#persistence/transaction';
import { uuidOf } from '#platform/event-id';

type Drafted = Exclude<PolicyLife, { readonly status: 'none' }>;
type About = z.infer<typeof told.approvalAsked>;

/**
 * What others hear of an event of a policy's stream; undefined for what stays inside: texts of drafts, checks, the first approval.
 * @param policy the state after the event
 */
export function policyAnnouncement(
  { policyId, version }: { policyId: string; version: number },
  event: PolicyEvent,
  { kind, sent: { document, hash } }: Drafted,
): OutgoingEvent | undefined {
  if (document === null || hash === null) return undefined;
  const about: About = { policyId, kind, name: policyName(document), hash, on: dateOf(event.on) };
  const content = contentOf(event, about, document);
  if (content === undefined) return undefined;
  const [type, data] = content;
  return { topic: POLICY_EVENTS, key: kind, id: uuidOf(type, policyId, String(version)), type, data };
}

function contentOf({ type }: PolicyEvent, about: About, document: string): readonly [type: string, data: unknown] | undefined {
  switch (type) {
    case 'PolicyShipped':
      return [told.POLICY_SHIPPED, { ...about, document } satisfies z.infer<typeof told.policyShipped>];
    case 'ApprovalAsked':
      return [told.APPROVAL_ASKED, about satisfies z.infer<typeof told.approvalAsked>];
    case 'ApprovalRefused':
      return [told.APPROVAL_REFUSED, about satisfies z.infer<typeof told.approvalRefused>];
    case 'PolicyApproved':
      return [told.POLICY_APPROVED, { ...about, document } satisfies z.infer<typeof told.policyApproved>];
    case 'PolicyWentLive':
      return [told.POLICY_WENT_LIVE, about satisfies z.infer<typeof told.policyWentLive>];
    case 'PolicyRetired':
      return [told.POLICY_RETIRED, about satisfies z.infer<typeof told.policyRetired>];
    default:
      return undefined;
  }
}
