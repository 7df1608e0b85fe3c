import type { PolicyRow } from '#contracts/console/policies';

export interface SummaryRow {
  readonly id: string;
  readonly kind: PolicyRow['kind'];
  readonly name: string;
  readonly state: PolicyRow['state'];
  readonly hash: string | null;
  readonly document: string | null;
  readonly changed_at: Date;
  /** To the microsecond: the place in a list. */
  readonly changed_text: string;
  readonly in_force: readonly { readonly from: string; readonly until: string | null }[];
}

/** Columns of a policy's page; the days in force belong to the document, whoever drafted it. */
export const SUMMARY = `
  policy.id, policy.kind, policy.name, policy.state, policy.hash, policy.document, policy.changed_at,
  to_char(policy.changed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS changed_text,
  coalesce((SELECT jsonb_agg(jsonb_build_object('from', days.from_day, 'until', days.until_day) ORDER BY days.place)
              FROM projector.policy_in_force days
             WHERE days.hash = policy.hash AND policy.state IN ('approved', 'live', 'retired')), '[]') AS in_force`;

export function policyRowOf({ id, kind, name, state, hash, changed_at: at, in_force: days }: SummaryRow): PolicyRow {
  return { id, kind, name, state, hash, changedAt: at.toISOString(), inForce: [...days] };
}
