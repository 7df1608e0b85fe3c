import { ALERT_RAISED, type AlertRaised } from '#contracts/alerts/alert-raised.v1';
import type { LevelRaised } from '#contracts/risk/risk-events';
import { RISK_ALERTS } from '#contracts/topics';
import type { Transaction } from '#persistence/transaction';
import { uuidOf } from '#platform/event-id';

export const WRITER = 'alert-dispatcher';

function alertOf({ subject, cause, from, to, day, e, p }: LevelRaised): AlertRaised {
  return { alertId: uuidOf('alert', subject, cause), subject, from, to, day, e, p };
}

/**
 * One alert per upward edge, for streams and for `risk.alerts.v1`. An edge that comes again meets its alert and makes nothing.
 * Nor does one of somebody whom a higher level manages by now: what is taken back can still raise a level (domain: inquiry 0.7).
 * The lock is held until the commit, so whoever reads beyond a number has seen everything up to it.
 */
export async function raiseAlerts(tx: Transaction, raised: readonly LevelRaised[]): Promise<void> {
  const alerts = new Map(raised.map(alertOf).map((alert) => [alert.alertId, alert]));
  if (alerts.size === 0) return;
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('alerts', 0))`);
  const fresh = await tx.query<{ alert_id: string }>(
    `INSERT INTO dispatcher.alert (seq, alert_id, subject, body)
     SELECT (SELECT coalesce(max(seq), 0) FROM dispatcher.alert) + row_number() OVER (ORDER BY place), alert_id, subject, body
       FROM unnest($1::uuid[], $2::text[], $3::text[]) WITH ORDINALITY AS raised (alert_id, subject, body, place)
      WHERE NOT EXISTS (SELECT FROM dispatcher.alert known WHERE known.alert_id = raised.alert_id)
        AND raised.subject NOT IN (SELECT console.managed_higher())
      ORDER BY place
     RETURNING alert_id`,
    [[...alerts.keys()], [...alerts.values()].map(({ subject }) => subject), [...alerts.values()].map((alert) => JSON.stringify(alert))],
  );
  const announced = fresh.flatMap(({ alert_id }) => alerts.get(alert_id) ?? []);
  await tx.announce(
    WRITER,
    announced.map((data) => ({ topic: RISK_ALERTS, key: data.subject, id: data.alertId, type: ALERT_RAISED, data })),
  );
}
