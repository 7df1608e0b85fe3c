import { RISK_SIGNALS } from '#contracts/topics';
import type { EventLog, NewRecord } from '#messaging/event-log';
import type { Database } from '#persistence/database';
import { until } from './office';

const AT_ONCE = 100;
const TAKEN_WITHIN_MS = 120_000;

/** Appends what the resolver would have written, again and again until the log has taken it: the same fact twice counts once. */
export async function appendFacts(log: EventLog, facts: readonly NewRecord[]): Promise<void> {
  for (let start = 0; start < facts.length; start += AT_ONCE) {
    const some = facts.slice(start, start + AT_ONCE);
    await until('the log', async () => log.append(RISK_SIGNALS, some).then(() => true), Boolean, TAKEN_WITHIN_MS);
  }
}

/** How many facts the live readings do not hold yet. */
export async function factsBehind(log: EventLog, database: Database): Promise<number> {
  const [row] = await database.query<{ at: number }>(
    `SELECT coalesce(sum(next_offset), 0)::int AS at FROM log.consumer_offset WHERE consumer_group = 'risk-projector' AND topic = $1`,
    [RISK_SIGNALS],
  );
  return (await log.bounds(RISK_SIGNALS)).reduce((sum, { next }) => sum + next, 0) - (row?.at ?? 0);
}
