import type { Rows } from '#persistence/transaction';
import type { SlotName } from '#domain/rebuild/slots';

interface Switched {
  readonly switchId: string;
  readonly from: SlotName;
  readonly to: SlotName;
}

const TODAY = "(now() AT TIME ZONE 'Asia/Shanghai')::date";

/**
 * Whose shown level of today, floors too, is higher because of a switch and nothing else: no event raised it, so nothing goes out; a
 * person looks (design: risk-model 7).
 * @param since only who entered the level on this day or later; by default everybody
 */
export async function listForReview(rows: Rows, { switchId, from, to }: Switched, since: string | null = null): Promise<void> {
  await rows.query(
    `INSERT INTO projector.policy_review (id, subject, switch, policy, level_before, level_after, e_before, e_after, day)
     SELECT gen_random_uuid(), made.subject, $1, (SELECT to_policy FROM projector.slot_switch WHERE id = $1), coalesce(was.listed_level, 0), made.listed_level, coalesce(was.shown_e, 0), made.shown_e, ${TODAY}
       FROM projector.reading made LEFT JOIN projector.reading was ON was.slot = $2 AND was.subject = made.subject
      WHERE made.slot = $3 AND made.listed_level > coalesce(was.listed_level, 0) AND ($4::date IS NULL OR made.entered_on >= $4)`,
    [switchId, from, to, since],
  );
}

/** What the last switch put on the list and nobody has settled is no more so after the step back from it. */
export async function lapseReviews(rows: Rows, switchId: string): Promise<void> {
  await rows.query(`UPDATE projector.policy_review SET state = 'lapsed' WHERE switch = $1 AND state = 'open'`, [switchId]);
}
