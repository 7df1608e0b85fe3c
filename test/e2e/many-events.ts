import { setTimeout as sleep } from 'node:timers/promises';
import { CadreTokens, idNumberIsWhole } from '#vault/cadre-token';
import { type Agency, as, call, eventOf } from './office';
import { type RunningStack, TOKEN_KEY } from './running-stack';

const CADRES = 300;
const PER_BATCH = 100;
const RECEIVED_ON = '2026-11-20';
const TRY_AGAIN_MS = 200;
const TRIES = 600;

/** What each agency sends in turn; two of them about matters of their own, so that cells meet. */
const SENT = [
  { agency: 'A-AUD', code: 'org-audit-exit-finding', severities: [4, 3, 2], fields: { problem: '示例问题', responsibility: '领导责任' } },
  { agency: 'A-HOT', code: 'public-hotline-complaint', severities: [1, 2, 3], fields: { classCode: '城乡建设' } },
  { agency: 'A-SUP', code: 'superior-work-supervision-notice', severities: [1, 2], fields: { workMatter: '重点项目', level: '全县' } },
  { agency: 'A-ORG', code: 'self-personal-matters-late', severities: [2, 3], fields: { yearOrChange: '2025', due: '2026-01-31' } },
] as const;

export const FEEDING = [
  { code: 'A-AUD', channels: ['organization'] },
  { code: 'A-HOT', channels: ['public'] },
  { code: 'A-SUP', channels: ['superior'] },
  { code: 'A-ORG', channels: ['self'] },
] as const;

function idNumberAt(place: number): string {
  const body = `99999919${String(60 + (place % 30))}0101${String(100 + place).slice(-3)}`;
  const check = Array.from('0123456789X').find((digit) => idNumberIsWhole(body + digit));
  return `${body}${check}`;
}

export const people = Array.from({ length: CADRES }, (_, at) => ({ idNumber: idNumberAt(at), name: `样本${at}` }));

export async function readManyPeopleIn(stack: RunningStack): Promise<void> {
  const files = {
    units: 'code,name,parent_code,category\nU-001,云岭镇,,township',
    posts: [
      'code,unit_code,title,factors',
      ...people.map((_, at) => `P-${at},U-001,岗位${at},${at % 10 === 0 ? 'principal' : 'general'}`),
    ].join('\n'),
    cadres: ['id_number,name,category,managed_by', ...people.map((one) => `${one.idNumber},${one.name},其他,county`)].join('\n'),
    'post-history': ['id_number,post_code,from,left', ...people.map((one, at) => `${one.idNumber},P-${at},2020-01-01,`)].join('\n'),
  };
  for (const [name, body] of Object.entries(files)) {
    const headers = { 'liuqu-demo-principal': 'system-administrator', 'content-type': 'text/csv' };
    const answer = await call(`${stack.console}/api/v1/registry/${name}`, { method: 'PUT', headers, body });
    if (answer.status !== 200) throw new Error(`${name}: ${answer.status} ${JSON.stringify(answer.body)}`);
  }
}

/** The number of the earlier event that event n is about; undefined for a signal. */
function targetOf(n: number): number | undefined {
  if (n <= 100) return undefined;
  const isLater = n % 40 === 1 || n % 60 === 2 || n % 80 === 3;
  return isLater ? n - SENT.length * 9 : undefined;
}

function laterEvent(n: number, agency: Agency, target: number): Record<string, unknown> {
  const id = `e-${target}`;
  if (n % 40 === 1) return eventOf(agency, `w-${n}`, 'liuqu.signal.withdrawn.v1', { id, reason: '登记有误' });
  const of = { source: `/agency/${agency.code}/main`, id };
  const change = { of, status: n % 60 === 2 ? 'refuted' : 'plausible', decidedOn: RECEIVED_ON };
  return eventOf(agency, `c-${n}`, 'liuqu.signal-status.changed.v1', change);
}

const placeOfPerson = (n: number): number => (n * 7) % CADRES;

/** Event number n of the feed: mostly signals; every 40th takes back, every 60th refutes, every 80th confirms an earlier one of its agency. */
export function eventAt(n: number, agencies: ReadonlyMap<string, Agency>): { agency: Agency; event: Record<string, unknown> } {
  const sent = SENT[n % SENT.length] ?? SENT[0];
  const agency = agencies.get(sent.agency);
  if (!agency) throw new Error(`${sent.agency} was not admitted`);
  const target = targetOf(n);
  if (target !== undefined) return { agency, event: laterEvent(n, agency, target) };
  const data = {
    subject: { idNumber: people[placeOfPerson(n)]?.idNumber },
    occurredOn: `2026-${String(1 + (n % 10)).padStart(2, '0')}-15`,
    matter: `M-${n % 50}`,
    verification: n % 3 === 0 ? 'verified' : 'unverified',
    reporterKind: sent.agency === 'A-HOT' ? 'unknown' : 'agency-finding',
    severity: sent.severities[n % sent.severities.length],
    fields: sent.fields,
  };
  return { agency, event: eventOf(agency, `e-${n}`, `liuqu.signal.${sent.code}.v1`, data) };
}

/**
 * The people about whom one agency says everything in one matter, and nothing is taken back or decided later: all of it is on one
 * partition of one channel, so that not only their readings but each step to them is the same in every run. As subjects of readings.
 */
export function peopleInOneOrder(events: number): readonly string[] {
  const later = new Set<number>();
  for (let n = 0; n < events; n += 1) {
    const target = targetOf(n);
    if (target !== undefined) later.add(placeOfPerson(target));
  }
  const tokens = new CadreTokens(TOKEN_KEY);
  return people.flatMap(({ idNumber }, place) => (later.has(place) ? [] : [tokens.cadreIdOf(tokens.tokenOf(idNumber))]));
}

/** Sends one batch again and again until each of its events is receipted. */
export async function sendUntilTaken(stack: RunningStack, agency: Agency, events: readonly unknown[]): Promise<void> {
  let last: unknown;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const answer = await call(`${stack.door}/api/v1/events`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${agency.key}`,
        'content-type': 'application/cloudevents-batch+json',
        'liuqu-received-on': RECEIVED_ON,
      },
      body: JSON.stringify(events),
    }).catch((error: unknown) => ({ status: 0, body: String(error) }));
    last = answer.body;
    const items = answer.status === 207 ? (answer.body as { items: { status: number }[] }).items : [];
    if (items.length === events.length && items.every((item) => item.status === 202)) return;
    await sleep(TRY_AGAIN_MS);
  }
  throw new Error(`a batch was never taken: ${JSON.stringify(last).slice(0, 500)}`);
}

/** Sends the events in batches of one agency, again and again until each is receipted; `between` runs before each batch. */
export async function feed(
  stack: RunningStack,
  agencies: ReadonlyMap<string, Agency>,
  count: number,
  between: (batch: number) => void,
): Promise<void> {
  const open = new Map<Agency, unknown[]>();
  let batch = 0;
  for (let n = 0; n < count; n += 1) {
    const { agency, event } = eventAt(n, agencies);
    const events = open.get(agency) ?? [];
    events.push(event);
    open.set(agency, events);
    if (events.length < PER_BATCH && n < count - SENT.length) continue;
    between(batch);
    batch += 1;
    await sendUntilTaken(stack, agency, events);
    open.delete(agency);
  }
}

/** Admits the agencies of the feed; again while a process is down. */
export async function admitMany(stack: RunningStack): Promise<Map<string, Agency>> {
  const agencies = new Map<string, Agency>();
  for (const { code, channels } of FEEDING) {
    const entry = {
      code,
      name: `${code} 示例单位`,
      systems: ['main'],
      channels,
      statuses: ['unverified', 'plausible', 'verified', 'refuted'],
      authority: 'county',
    };
    agencies.set(code, await as<Agency>(stack, 'system-administrator', 'POST /api/v1/agencies', entry));
  }
  return agencies;
}

/** Entries in the ledger when everything has arrived: one per event and one per person's post. */
export const entriesExpected = (events: number): number => events + CADRES;
