import { riskFact, type RiskFact } from '#contracts/risk/risk-facts';
import type { SlotName } from '#domain/rebuild/slots';
import type { LedgerEntry } from '#domain/risk/ledger-entry';
import type { Policy } from '#domain/risk/policy';
import type { Rows } from '#persistence/transaction';
import { entriesOf } from '../project-signals/entry-of-fact';
import { assignmentOf } from '../reading-slots/placed-fact';

/** Whose readings wait for an event in one slot or the other. */
const INCOMPLETE = 'SELECT subject FROM projector.reading WHERE blocked_by IS NOT NULL';

/**
 * The ledger says of each entry whether it waits, for those who read the live slot; it is told anew for whom the slots differ. What
 * nobody could read when it came, and the policy of the new live slot can, stands there as its entries from now on.
 * @param to the slot that goes live
 */
export async function settleWaiting(rows: Rows, to: SlotName, policy: Policy): Promise<void> {
  await rows.query(
    `WITH waits AS (
       SELECT touched.subject, coalesce(min(first.log_offset), 9223372036854775807) AS from_offset
         FROM (SELECT DISTINCT subject FROM (${INCOMPLETE}) incomplete) touched
         LEFT JOIN projector.reading made ON made.slot = $1 AND made.subject = touched.subject
         LEFT JOIN projector.ledger first ON first.subject = made.subject AND first.event_id = made.blocked_by
        GROUP BY touched.subject)
     UPDATE projector.ledger AS kept SET state = CASE WHEN kept.log_offset >= waits.from_offset THEN 'parked' ELSE 'folded' END
       FROM waits WHERE kept.subject = waits.subject AND (kept.state = 'parked') <> (kept.log_offset >= waits.from_offset)`,
    [to],
  );
  const folded = await rows.query<{ log_offset: string; entry: string }>(
    `SELECT log_offset, entry FROM projector.ledger WHERE state = 'folded' AND entry LIKE '{"subject":%' AND subject IN (${INCOMPLETE})`,
  );
  for (const { log_offset: offset, entry } of folded) await unfold(rows, offset, riskFact.parse(JSON.parse(entry)), policy);
}

/** A fact that stood as it came is replaced by its entries. */
async function unfold(rows: Rows, offset: string, fact: RiskFact, policy: Policy): Promise<void> {
  const entries: readonly LedgerEntry[] = entriesOf(fact, policy);
  for (const [place, entry] of entries.entries()) {
    await rows.query(
      `INSERT INTO projector.ledger (subject, event_id, assignment, log_offset, place, entry) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (subject, event_id, assignment) DO UPDATE SET place = excluded.place, entry = excluded.entry`,
      [fact.subject, entry.id, assignmentOf(fact), offset, place, JSON.stringify(entry)],
    );
  }
}
