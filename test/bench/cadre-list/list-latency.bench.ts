import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '#persistence/database';
import { CadreQueries } from '#persistence/queries/cadre-queries';
import { send } from '../office';

const PER_SECOND = 20;
const SECONDS = 30;
const PAGE = 50;
/** Milliseconds that the way through console-api may add to the SQL. */
export const ADDED_BAR_MS = 15;

export interface ListLatency {
  /** 99th percentiles, in milliseconds. */
  readonly console: number;
  readonly sql: number;
  readonly requests: number;
}

const p99 = (taken: readonly number[]): number => taken.toSorted((a, b) => a - b)[Math.ceil(taken.length * 0.99) - 1] ?? Number.NaN;

/**
 * The first page through console-api at 20 a second, open loop, and midway between two requests the same SQL alone, so that both
 * have the same machine. Milliseconds from when each was due.
 * @throws when a request is refused
 */
export async function measureCadreList(base: string, role: string, database: Database): Promise<ListLatency> {
  const queries = new CadreQueries(database);
  const asked = async (): Promise<void> => {
    const { status, text } = await send(`${base}/api/v1/cadres?limit=${PAGE}`, 'GET', { 'liuqu-demo-principal': role }, '');
    if (status !== 200) throw new Error(`${status} ${text.slice(0, 300)}`);
  };
  // One row more than the page, as console-api asks to know whether there is a next.
  const alone = async (): Promise<unknown> => queries.list(null, { limit: PAGE + 1 });
  for (let warm = 0; warm < PER_SECOND; warm += 1) await Promise.all([asked(), alone()]);
  const sides = [asked, alone] as const;
  const began = performance.now();
  const taken = await Promise.all(
    Array.from({ length: 2 * PER_SECOND * SECONDS }, async (_, turn) => {
      const due = began + (turn / (2 * PER_SECOND)) * 1000;
      await sleep(Math.max(0, due - performance.now()));
      await (turn % 2 === 0 ? sides[0] : sides[1])();
      return performance.now() - due;
    }),
  );
  const of = (side: number): number[] => taken.filter((__, turn) => turn % 2 === side);
  return { console: p99(of(0)), sql: p99(of(1)), requests: PER_SECOND * SECONDS };
}
