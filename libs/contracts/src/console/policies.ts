import { z } from 'zod';
import { dayText } from '#contracts/cloud-events/day-text';
import { policyHash, POLICY_KINDS } from '#contracts/policy/policy-events';

export const POLICY_STATES = ['draft', 'checked', 'approval-asked', 'approved', 'live', 'retired'] as const;

/** Characters that a policy may have: forty times the shipped one without its tables. */
export const LONGEST_POLICY = 256 * 1024;
/** In words: "no" is not a reason. */
const reason = z.string().trim().min(5).max(1_000);
const text = z.string().min(1).max(LONGEST_POLICY);
const kind = z.enum(POLICY_KINDS);

export const policyId = z.guid();
export const policyKind = kind;

/** POST /api/v1/policies: the document as text, so that it is kept as it was sent, be it JSON or not. */
export const newPolicy = z.strictObject({ kind, text });
/** PUT /api/v1/policies/:id/text; `revision` is the one that the author has seen. */
export const revisedPolicy = z.strictObject({ text, revision: z.int().min(1) });
/** POST /api/v1/policies/:id/approval/confirmation; `hash` is what the approver has read. */
export const approvedDocument = z.strictObject({ hash: policyHash });
/** POST /api/v1/policies/:id/approval/refusal */
export const approvalRefusal = z.strictObject({ reason });

/** One thing that is wrong with a document, in both languages. */
export const policyFinding = z.strictObject({ pointer: z.string(), code: z.string(), zh: z.string(), en: z.string() });
export type PolicyFinding = z.infer<typeof policyFinding>;

const inForce = z.strictObject({ from: dayText, until: dayText.nullable() });
const signed = z.strictObject({ by: z.string(), on: dayText });

const summary = {
  id: policyId,
  kind,
  /** Empty while its document has none. */
  name: z.string(),
  state: z.enum(POLICY_STATES),
  /** SHA-256 of the canonical JSON; null while the text is no JSON. */
  hash: policyHash.nullable(),
  changedAt: z.iso.datetime(),
  /** The days on which it was live, the latest last; the last one is open while it is. */
  inForce: z.array(inForce),
} as const;

export const policyRow = z.strictObject(summary);
export type PolicyRow = z.infer<typeof policyRow>;

export const policiesQuestion = z.strictObject({
  kind: kind.optional(),
  state: z.enum(POLICY_STATES).optional(),
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type PoliciesQuestion = z.infer<typeof policiesQuestion>;

export const policyPage = z.strictObject({ items: z.array(policyRow), next: z.string().nullable() });
export type PolicyPage = z.infer<typeof policyPage>;

export const POLICY_DEEDS = [
  'drafted',
  'shipped',
  'revised',
  'checked',
  'approval-asked',
  'approval-refused',
  'approval-given',
  'approved',
  'went-live',
  'retired',
] as const;

/** GET /api/v1/policies/:id */
export const policyFile = z.strictObject({
  ...summary,
  revision: z.int(),
  /** As its author sent it. */
  text: z.string(),
  /** Canonical JSON with what the author may leave out; null while the text is no JSON. */
  document: z.string().nullable(),
  /** What is wrong with it by the catalogue of today; nothing is wrong with a total one. */
  findings: z.array(policyFinding),
  authors: z.array(z.string()),
  asked: signed.nullable(),
  approvals: z.array(signed),
  /** The last time that it was sent back, while it is a draft. */
  refusal: signed.extend({ reason: z.string() }).nullable(),
  history: z.array(
    z.strictObject({ deed: z.enum(POLICY_DEEDS), by: z.string().nullable(), at: z.iso.datetime(), reason: z.string().nullable() }),
  ),
});
export type PolicyFile = z.infer<typeof policyFile>;

/** GET /api/v1/policies/:id/difference: from which policy; without one, from the live one of its kind. */
export const differenceQuestion = z.strictObject({ from: policyId.optional() });
export type DifferenceQuestion = z.infer<typeof differenceQuestion>;

export const policyDifference = z.strictObject({
  from: z.strictObject({ id: policyId, name: z.string(), hash: policyHash }),
  to: z.strictObject({ id: policyId, name: z.string(), hash: policyHash }),
  lines: z.array(z.strictObject({ pointer: z.string(), zh: z.string(), en: z.string() })),
});
export type PolicyDifference = z.infer<typeof policyDifference>;
