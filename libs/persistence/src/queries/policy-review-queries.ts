import type { Database, Scope } from '#persistence/database';

export interface PolicyReviewListRow {
  readonly id: string;
  readonly subject: string;
  readonly name: string;
  readonly post: string | null;
  readonly unit_name: string | null;
  readonly level_before: number;
  readonly level_after: number;
  readonly e_before: number;
  readonly e_after: number;
  readonly day: string;
  readonly policy_name: string | null;
  readonly state: string;
  readonly settled_by: string | null;
  readonly settled_at: Date | null;
  readonly note: string | null;
}

/** The place of a row in the list: the latest day first, then the higher level, then the id. */
export interface PolicyReviewPlace {
  readonly day: string;
  readonly level: number;
  readonly id: string;
}

/** Who stands higher by a policy alone; what is out of scope is not there. */
export class PolicyReviewQueries {
  constructor(private readonly database: Database) {}

  /** In the order of PolicyReviewPlace. */
  async list(scope: Scope, state: string, after: PolicyReviewPlace | undefined, limit: number): Promise<readonly PolicyReviewListRow[]> {
    return this.database.readAs(scope, async (reading) =>
      reading.query<PolicyReviewListRow>(
        `SELECT id, subject, name, post, unit_name, level_before, level_after, e_before, e_after, day::text AS day, policy_name, state,
                settled_by, settled_at, note
           FROM console.policy_review
          WHERE state = $1 AND name IS NOT NULL AND ($2::date IS NULL OR (policy_review.day, level_after) < ($2::date, $3::int)
                OR ((policy_review.day, level_after) = ($2::date, $3::int) AND id > $4::uuid))
          ORDER BY policy_review.day DESC, level_after DESC, id LIMIT $5`,
        [state, after?.day ?? null, after?.level ?? 0, after?.id ?? '00000000-0000-0000-0000-000000000000', limit],
      ),
    );
  }
}
