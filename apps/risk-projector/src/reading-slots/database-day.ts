import { type Day, dayOf } from '#domain/calendar/day';
import type { Rows } from '#persistence/transaction';

/** Today by the database clock, in Asia/Shanghai: what every process of an installation agrees on. */
export async function databaseDay(rows: Rows): Promise<Day> {
  const [row] = await rows.query<{ today: string }>(`SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date::text AS today`);
  return dayOf(row?.today ?? '');
}
