import { ALERT_CORRECTED } from '#contracts/alerts/alert-corrected.v1';
import { ALERT_RAISED } from '#contracts/alerts/alert-raised.v1';
import { RISK_ALERTS } from '#contracts/topics';
import type { Transaction } from '#persistence/transaction';
import { type AlertMessage, messageOf } from './alert-messages';
import type { HeardEdge } from './read-edges';

export const WRITER = 'alert-dispatcher';

interface Numbered {
  readonly seq: number;
  readonly message: AlertMessage;
}

interface Known {
  /** Ids of messages that were told before, and of the alerts that they correct. */
  readonly told: ReadonlySet<string>;
  readonly managedHigher: ReadonlySet<string>;
  /** The place of the last message. */
  readonly last: number;
}

/**
 * One alert per upward edge and one correction of each that no longer holds, for streams and for `risk.alerts.v1`, in one order. What
 * comes again meets itself and makes nothing. Of somebody whom a higher level manages by now nothing new is told (domain: inquiry
 * 0.7); what had been told of them is still taken back. The lock is held until the commit, so whoever reads beyond a number has seen
 * everything up to it.
 */
export async function tellAlerts(tx: Transaction, heard: readonly HeardEdge[]): Promise<void> {
  const messages = new Map(heard.map(messageOf).map((message) => [message.id, message]));
  if (messages.size === 0) return;
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('alerts', 0))`);
  const known = await knownOf(tx, [...messages.values()]);
  const fresh = [...messages.values()].filter((message) => isToTell(message, known));
  const numbered = fresh.map((message, place) => ({ seq: known.last + place + 1, message }));
  await keepAlerts(tx, numbered);
  await keepCorrections(tx, numbered);
  await tx.announce(
    WRITER,
    fresh.map(({ id, type, data }) => ({ topic: RISK_ALERTS, key: data.subject, id, type, data })),
  );
}

async function knownOf(tx: Transaction, messages: readonly AlertMessage[]): Promise<Known> {
  const told = await tx.query<{ id: string }>(
    `SELECT alert_id AS id FROM dispatcher.alert WHERE alert_id = ANY($1::uuid[])
     UNION ALL SELECT correction_id FROM dispatcher.correction WHERE correction_id = ANY($1::uuid[])`,
    [messages.flatMap(({ id, data }) => [id, data.alertId])],
  );
  const higher = await tx.query<{ subject: string }>(
    'SELECT subject FROM console.managed_higher() AS subject WHERE subject = ANY($1::text[])',
    [messages.map(({ data }) => data.subject)],
  );
  const [row] = await tx.query<{ last: string }>(
    `SELECT greatest((SELECT max(seq) FROM dispatcher.alert), (SELECT max(seq) FROM dispatcher.correction), 0) AS last`,
  );
  return {
    told: new Set(told.map(({ id }) => id)),
    managedHigher: new Set(higher.map(({ subject }) => subject)),
    last: Number(row?.last ?? 0),
  };
}

function isToTell(message: AlertMessage, { told, managedHigher }: Known): boolean {
  if (told.has(message.id)) return false;
  return !managedHigher.has(message.data.subject) || told.has(message.data.alertId);
}

async function keepAlerts(tx: Transaction, numbered: readonly Numbered[]): Promise<void> {
  const alerts = numbered.flatMap(({ seq, message }) => (message.type === ALERT_RAISED ? [{ seq, ...message }] : []));
  if (alerts.length === 0) return;
  await tx.query(
    `INSERT INTO dispatcher.alert (seq, alert_id, subject, body)
     SELECT * FROM unnest($1::bigint[], $2::uuid[], $3::text[], $4::text[])`,
    [
      alerts.map(({ seq }) => seq),
      alerts.map(({ id }) => id),
      alerts.map(({ data }) => data.subject),
      alerts.map(({ data }) => JSON.stringify(data)),
    ],
  );
}

async function keepCorrections(tx: Transaction, numbered: readonly Numbered[]): Promise<void> {
  const corrections = numbered.flatMap(({ seq, message }) => (message.type === ALERT_CORRECTED ? [{ seq, ...message }] : []));
  if (corrections.length === 0) return;
  await tx.query(
    `INSERT INTO dispatcher.correction (seq, correction_id, alert_id, subject, body)
     SELECT * FROM unnest($1::bigint[], $2::uuid[], $3::uuid[], $4::text[], $5::text[])`,
    [
      corrections.map(({ seq }) => seq),
      corrections.map(({ id }) => id),
      corrections.map(({ data }) => data.alertId),
      corrections.map(({ data }) => data.subject),
      corrections.map(({ data }) => JSON.stringify(data)),
    ],
  );
}
