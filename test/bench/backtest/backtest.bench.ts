import { setTimeout as sleep } from 'node:timers/promises';
import type { BacktestAnswer } from '#contracts/console/backtests';
import type { PolicyFile } from '#contracts/console/policies';
import { SHIPPED_POLICY } from '#domain/risk/policies';
import { send } from '../office';

/** All subjects of the demo county under two policies. */
export const BACKTEST_BAR_SECONDS = 10;

const AUTHOR = { 'liuqu-demo-principal': 'case-management', 'content-type': 'application/json' };
const LOOK_EVERY_MS = 50;
const PATIENCE_MS = 120_000;

export interface Backtested {
  readonly seconds: number;
  readonly subjects: number;
}

async function asAuthor<Answer>(url: string, method: string, body: object | undefined): Promise<Answer> {
  const { status, text } = await send(url, method, AUTHOR, body === undefined ? '' : JSON.stringify(body));
  if (status >= 300) throw new Error(`${method} ${url}: ${status} ${text.slice(0, 300)}`);
  return JSON.parse(text) as Answer;
}

/** A policy that differs from the live one, tried on the county by the running product, as a person waits for it. */
export async function benchBacktest(base: string): Promise<Backtested> {
  const { halfLifeTables: _, ...written } = SHIPPED_POLICY;
  const text = JSON.stringify({ ...written, name: 'bench', dwellDays: written.dwellDays + 1 });
  const { id } = await asAuthor<PolicyFile>(`${base}/api/v1/policies`, 'POST', { kind: 'odds', text });
  const path = `${base}/api/v1/policies/${id}/backtest`;
  const began = Date.now();
  let { backtest } = await asAuthor<BacktestAnswer>(path, 'POST', { hours: { perCandidate: 6, perWeek: 40 } });
  while (backtest?.state === 'running' && Date.now() - began < PATIENCE_MS) {
    await sleep(LOOK_EVERY_MS);
    ({ backtest } = await asAuthor<BacktestAnswer>(path, 'GET', undefined));
  }
  const seconds = (Date.now() - began) / 1_000;
  if (backtest?.state !== 'done') throw new Error(`the backtest is ${backtest?.state ?? 'not there'} after ${seconds} s`);
  return { seconds, subjects: backtest.done };
}
