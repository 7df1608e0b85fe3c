import { z } from 'zod';

/** SHA-256 of the canonical JSON of a policy, in hex. */
export const policyHashText = z.string().regex(/^[0-9a-f]{64}$/);

/** What was found when a slot was compared; of no person beyond the numbers of those whose row is wrong. */
export const certificateFindings = z.strictObject({
  /** Where both slots stood, by partition. */
  offsets: z.record(z.string(), z.int()),
  rows: z.int(),
  digest: z.string().describe('SHA-256 over subject, cells, E, P and level of every row, in subject order.'),
  recomputed: z.string().describe('The same of what the ledger gives under the policy, made anew.'),
  liveDigest: z.string(),
  differences: z.strictObject({
    policy: z.int().describe('Rows that differ from the live slot because the policies do.'),
    slot: z.int().describe('Rows of this slot that are not what the ledger gives: the certificate is not valid.'),
    live: z.int().describe('Rows of the live slot that are not what the ledger gives.'),
  }),
  /** Subjects whose level of today would be higher, and lower. */
  raised: z.int(),
  lowered: z.int(),
  /** The first 50 rows that are wrong, by subject. */
  faults: z.array(z.strictObject({ subject: z.string(), slot: z.enum(['made', 'live']) })),
  seconds: z.int(),
});
export type CertificateFindings = z.infer<typeof certificateFindings>;

export const SLOT_STATES = ['empty', 'filling', 'ready', 'live', 'standby'] as const;

const namedPolicy = z.strictObject({ hash: policyHashText, name: z.string() });

const slotRow = z.strictObject({
  slot: z.enum(['a', 'b']),
  state: z.enum(SLOT_STATES),
  policy: namedPolicy.nullable(),
  startedBy: z.string().nullable(),
  startedAt: z.string().nullable(),
  filledAt: z.string().nullable(),
  /** While it is filled: records read, of how many, how many a second, and the seconds that are left; null while that is not known. */
  progress: z.strictObject({ read: z.int(), toRead: z.int(), perSecond: z.int(), secondsLeft: z.int().nullable() }).nullable(),
  /** Records that the live slot has and this one has not; null while it is not followed. */
  behind: z.int().nullable(),
  /** Why it does not go on. */
  fault: z.string().nullable(),
  certificateAskedBy: z.string().nullable(),
});

const certificateRow = z.strictObject({
  id: z.guid(),
  at: z.string(),
  askedBy: z.string(),
  policy: namedPolicy,
  livePolicy: namedPolicy,
  valid: z.boolean(),
  /** Whether the slot may still go live on it. */
  holds: z.boolean(),
  findings: certificateFindings,
});

const switchRow = z.strictObject({
  id: z.guid(),
  kind: z.enum(['switch', 'back']),
  at: z.string(),
  by: z.string(),
  reason: z.string(),
  from: namedPolicy,
  to: namedPolicy,
});

/** GET /api/v1/rebuild: how the two slots stand; of no person but the ids of those whose row is wrong. */
export const rebuildAnswer = z.strictObject({
  /** When it was looked up. */
  at: z.string(),
  live: slotRow,
  other: slotRow,
  certificate: certificateRow.nullable().describe('The newest one of what stands in the other slot.'),
  /** The latest first, at most 20. */
  switches: z.array(switchRow),
  openReviews: z.int(),
  /** The policies that readings may be made under. */
  policies: z.array(namedPolicy),
});
export type RebuildAnswer = z.infer<typeof rebuildAnswer>;

/** POST /api/v1/rebuild */
export const rebuildStarted = z.strictObject({
  policy: policyHashText.optional().describe('An approved odds policy; without it the live one, to make the same readings anew.'),
});
/** POST /api/v1/rebuild/switch and /back */
export const slotsSwitched = z.strictObject({ reason: z.string().trim().min(1).max(500) });
