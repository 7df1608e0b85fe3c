import { Agent, request } from 'node:http';
import { idNumberIsWhole } from '#vault/cadre-token';

/** What the benchmarks send, and how: keep-alive connections, no client library in between. */
const PEOPLE = 1_000;
const agent = new Agent({ keepAlive: true, maxSockets: 64 });
const ADMINISTRATOR = { 'liuqu-demo-principal': 'system-administrator' };
const PATIENCE_MS = 60_000;

export async function send(
  url: string,
  method: string,
  headers: Record<string, string>,
  body: string,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const call = request(url, { method, agent, headers: { ...headers, 'content-length': Buffer.byteLength(body) } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString() }));
      answer.on('error', reject);
    });
    call.setTimeout(PATIENCE_MS, () => call.destroy(new Error(`no answer from ${url}`)));
    call.on('error', reject);
    call.end(body);
  });
}

function idNumberAt(place: number): string {
  const body = `999999${1960 + (place % 40)}0101${String(place % 1000).padStart(3, '0')}`;
  const check = Array.from('0123456789X').find((digit) => idNumberIsWhole(body + digit));
  return `${body}${check}`;
}

const idNumbers = Array.from({ length: PEOPLE }, (_, at) => idNumberAt(at));

/** One unit with a thousand people, and one agency that may speak of them; answers its key. */
export async function settleIn(base: string): Promise<string> {
  const files = {
    units: 'code,name,parent_code,category\nU-001,测试单位,,department',
    posts: 'code,unit_code,title,factors\nP-1,U-001,岗位,general',
    cadres: ['id_number,name,category,managed_by', ...idNumbers.map((id, at) => `${id},样本${at},其他,county`)].join('\n'),
  };
  for (const [name, text] of Object.entries(files)) {
    const answer = await send(`${base}/api/v1/registry/${name}`, 'PUT', { ...ADMINISTRATOR, 'content-type': 'text/csv' }, text);
    if (answer.status !== 200) throw new Error(`${name}: ${answer.status} ${answer.text.slice(0, 300)}`);
  }
  return admitAgency(base);
}

/** Answers the agency's key. */
export async function admitAgency(base: string): Promise<string> {
  const entry = {
    code: 'A-AUD',
    name: '测试审计',
    systems: ['main'],
    channels: ['organization'],
    statuses: ['verified'],
    authority: 'county',
  };
  const answer = await send(
    `${base}/api/v1/agencies`,
    'POST',
    { ...ADMINISTRATOR, 'content-type': 'application/json' },
    JSON.stringify(entry),
  );
  if (answer.status >= 300) throw new Error(`agency: ${answer.status} ${answer.text.slice(0, 300)}`);
  return (JSON.parse(answer.text) as { key: string }).key;
}

export function eventAt(n: number): Record<string, unknown> {
  const type = 'liuqu.signal.org-audit-exit-finding.v1';
  return {
    specversion: '1.0',
    id: `bench-${n}`,
    source: '/agency/A-AUD/main',
    type,
    time: '2026-11-02T09:00:00+08:00',
    dataschema: `/schemas/${type}`,
    datacontenttype: 'application/json',
    data: {
      subject: { idNumber: idNumbers[n % PEOPLE] },
      occurredOn: '2026-11-01',
      matter: `SJ-${n % 5_000}`,
      verification: 'verified',
      reporterKind: 'agency-finding',
      severity: 2,
      fields: { problem: '违规发放津贴补贴', amount: 120_000, responsibility: '领导责任' },
    },
  };
}
