import { setTimeout as sleep } from 'node:timers/promises';
import type { CandidatePage } from '#contracts/console/candidates';
import type { RunningStack } from './running-stack';

const PATIENCE_MS = 20_000;

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: unknown;
}

/** Calls the running product over HTTP, as an agency or as one of the demo people. */
export async function call(url: string, init: RequestInit = {}): Promise<Answer> {
  const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) });
  const text = await answer.text();
  const type = answer.headers.get('content-type') ?? '';
  return { status: answer.status, type, body: type.includes('json') ? (JSON.parse(text) as unknown) : text };
}

/** Whoever reads about one person says what for. */
const FOR_A_REASON = { 'liuqu-purpose': 'daily-supervision', 'liuqu-reason': encodeURIComponent('走查一条信号的全程') };

/** @param asked method and path, as in `GET /api/v1/cadres` */
export async function as<T>(stack: RunningStack, role: string, asked: string, body?: unknown): Promise<T> {
  const [method, path] = asked.split(' ', 2);
  const headers: Record<string, string> = { 'liuqu-demo-principal': role, ...FOR_A_REASON };
  if (body !== undefined) headers['content-type'] = 'application/json';
  const answer = await call(stack.console + path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
  if (answer.status >= 300) throw new Error(`${asked} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body as T;
}

/** Asks again until the answer is what is waited for; says what came last when it never is. */
export async function until<T>(what: string, ask: () => Promise<T>, holds: (answer: T) => boolean, withinMs = 30_000): Promise<T> {
  let last: T | undefined;
  for (const end = Date.now() + withinMs; Date.now() < end; await sleep(100)) {
    last = await ask().catch(() => undefined);
    if (last !== undefined && holds(last)) return last;
  }
  throw new Error(`${what} did not come; last: ${JSON.stringify(last)?.slice(0, 600)}`);
}

const UNITS = 'code,name,parent_code,category\nU-001,云岭镇,,township';
const POSTS = 'code,unit_code,title,factors\nP-1,U-001,镇长,principal\nP-2,U-001,副镇长,money';

/** ID numbers of a region code that does not exist. */
export const CHEN = { idNumber: '99999919700101101X', name: '陈示例', post: 'P-1' };
export const LI = { idNumber: '999999198002022014', name: '李样本', post: 'P-2' };

/** One unit, two posts, two people, read in as a clerk would. */
export async function readRegistryIn(stack: RunningStack): Promise<void> {
  const people = [CHEN, LI];
  const files = {
    units: UNITS,
    posts: POSTS,
    cadres: ['id_number,name,category,managed_by', ...people.map((one) => `${one.idNumber},${one.name},一把手,county`)].join('\n'),
    'post-history': ['id_number,post_code,from,left', ...people.map((one) => `${one.idNumber},${one.post},2020-01-01,`)].join('\n'),
  };
  for (const [name, text] of Object.entries(files)) {
    const headers = { 'liuqu-demo-principal': 'system-administrator', 'content-type': 'text/csv' };
    const answer = await call(`${stack.console}/api/v1/registry/${name}`, { method: 'PUT', headers, body: text });
    const refused = (answer.body as { refused?: unknown[] }).refused;
    if (answer.status !== 200 || refused?.length !== 0) throw new Error(`${name}: ${answer.status} ${JSON.stringify(answer.body)}`);
  }
}

export interface Agency {
  readonly code: string;
  readonly key: string;
}

export async function admitAgency(stack: RunningStack, code: string, channels: readonly string[]): Promise<Agency> {
  const entry = {
    code,
    name: `${code} 示例单位`,
    systems: ['main'],
    channels,
    statuses: ['unverified', 'plausible', 'verified', 'refuted'],
    authority: 'county',
  };
  return as<Agency>(stack, 'system-administrator', 'POST /api/v1/agencies', entry);
}

export function eventOf(agency: Agency, id: string, type: string, data: Record<string, unknown>): Record<string, unknown> {
  return {
    specversion: '1.0',
    id,
    source: `/agency/${agency.code}/main`,
    type,
    time: '2026-11-02T09:00:00+08:00',
    dataschema: `/schemas/${type}`,
    datacontenttype: 'application/json',
    data,
  };
}

/** A verified exit-audit finding of class 4 about a person. */
export function auditFinding(
  agency: Agency,
  id: string,
  subject: Record<string, string>,
  told: Record<string, unknown> = {},
): Record<string, unknown> {
  return eventOf(agency, id, 'liuqu.signal.org-audit-exit-finding.v1', {
    subject,
    occurredOn: '2026-11-01',
    matter: 'SJ-2026-07',
    verification: 'verified',
    reporterKind: 'agency-finding',
    severity: 4,
    fields: { problem: '违规发放津贴补贴', amount: 120000, responsibility: '领导责任' },
    ...told,
  });
}

export async function post(stack: RunningStack, agency: Agency, event: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  return call(`${stack.door}/api/v1/events`, {
    method: 'POST',
    headers: { authorization: `Bearer ${agency.key}`, 'content-type': 'application/cloudevents+json', ...headers },
    body: JSON.stringify(event),
  });
}

/** The demo county is fed while the stack runs already: waits for its two told candidates. */
export async function demoIsIn(stack: RunningStack): Promise<void> {
  const candidates = async (): Promise<CandidatePage> => as(stack, 'handler', 'GET /api/v1/candidates');
  await until('the candidates of the demo', candidates, ({ items }) => items.length >= 2);
}
