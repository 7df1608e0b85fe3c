import { connectLog } from '#assembly/connect-log';
import { RISK_ALERTS, RISK_EVENTS, TOPICS } from '#contracts/topics';
import type { EventLog } from '#messaging/event-log';
import { Database } from '#persistence/database';
import { digestOfReadings } from '#persistence/readings/digest-of-slot';
import { until } from './office';
import { wrongAlerts } from './wrong-alerts';
import type { RunningStack } from './running-stack';
import { recordsOn } from './topic-records';

const SETTLED_WITHIN_MS = 240_000;

/** What a run came to. */
export interface Outcome {
  readonly digest: string;
  readonly candidates: readonly Proposed[];
  readonly alerts: readonly Raised[];
  readonly corrections: number;
  /** Alerts that do not say what the history known now says, after their corrections. */
  readonly wrongAlerts: readonly string[];
  /** Ids of the alerts and corrections as they stand in the dispatcher's tables and on `risk.alerts.v1`, as often as they stand there. */
  readonly alertIds: { readonly kept: readonly string[]; readonly sent: readonly string[] };
}

export interface Proposed {
  readonly subject: string;
  readonly cause: string;
  readonly reasons: unknown;
}

export interface Raised {
  readonly subject: string;
  readonly from: string;
  readonly to: string;
}

/** Waits until every entry is in the ledger and all who listen have heard what came of it. */
export async function outcomeOf(stack: RunningStack, entriesExpected: number): Promise<Outcome> {
  const database = await Database.connect(stack.databaseUrl, 2);
  const log = await connectLog(stack.logUrl);
  try {
    const entries = async (): Promise<number> => countIn(database, 'projector.ledger');
    await until('every entry in the ledger', entries, (count) => count >= entriesExpected, SETTLED_WITHIN_MS);
    const left = async (): Promise<readonly string[]> => unheard(database, log);
    await until('every announcement heard', left, (waiting) => waiting.length === 0, SETTLED_WITHIN_MS);
    expect(await entries()).toBe(entriesExpected);
    return {
      digest: await digestOfReadings(database),
      candidates: await database.query<Proposed>(
        'SELECT cadre_id AS subject, cause, reasons FROM workflow.candidate ORDER BY cadre_id, cause',
      ),
      alerts: await database.query<Raised>(
        `SELECT subject, body::jsonb ->> 'from' AS from, body::jsonb ->> 'to' AS to FROM dispatcher.alert ORDER BY 1, 2, 3`,
      ),
      corrections: await countIn(database, 'dispatcher.correction'),
      wrongAlerts: await wrongAlerts(database),
      alertIds: { kept: await alertsKept(database), sent: await alertsSent(stack.logUrl) },
    };
  } finally {
    await log.close();
    await database.close();
  }
}

/** What waits to go out, and what went out and was not taken; taking it may leave something that waits to go out. */
async function unheard(database: Database, log: EventLog): Promise<readonly string[]> {
  const outgoing = async (): Promise<readonly string[]> => {
    const count = await countIn(database, 'log.outbox');
    return count === 0 ? [] : [`${count} in the outbox`];
  };
  const before = await outgoing();
  const bounds = await log.bounds(RISK_EVENTS);
  const offsets = await database.query<{ consumer_group: string; part: number; next_offset: string }>(
    'SELECT consumer_group, part, next_offset FROM log.consumer_offset WHERE topic = $1',
    [RISK_EVENTS],
  );
  const next = new Map(offsets.map((row) => [`${row.consumer_group} ${row.part}`, Number(row.next_offset)]));
  const readers = TOPICS.find(({ name }) => name === RISK_EVENTS)?.readers ?? [];
  const waiting = readers.flatMap((group) =>
    bounds
      .filter((part) => (next.get(`${group} ${part.partition}`) ?? 0) < part.next)
      .map((part) => `${group} at ${next.get(`${group} ${part.partition}`) ?? 0} of ${part.next} in ${part.partition}`),
  );
  return [...before, ...waiting, ...(await outgoing())];
}

async function countIn(database: Database, table: string): Promise<number> {
  return Number((await database.query<{ count: string }>(`SELECT count(*) FROM ${table}`))[0]?.count);
}

async function alertsKept(database: Database): Promise<readonly string[]> {
  const rows = await database.query<{ id: string }>(
    'SELECT alert_id AS id FROM dispatcher.alert UNION ALL SELECT correction_id FROM dispatcher.correction',
  );
  return rows.map(({ id }) => id).sort();
}

async function alertsSent(logUrl: string): Promise<readonly string[]> {
  return (await recordsOn(logUrl, RISK_ALERTS)).map(({ headers }) => headers['ce_id'] ?? '').sort();
}
