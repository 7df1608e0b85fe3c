import { CATALOGUE } from '#contracts/signals/catalogue';

const PATIENCE_MS = 30_000;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: AnswerBody;
}

/** Receipt, problem or items, as far as a test looks at them. */
export interface AnswerBody {
  readonly id?: string;
  readonly state?: string;
  readonly receiptId?: string;
  readonly code?: string;
  readonly detail?: string;
  readonly key?: string;
  readonly retryable?: boolean;
  readonly errors?: readonly { readonly pointer: string; readonly code: string; readonly detail: string }[];
  readonly items?: readonly AnswerItem[];
}

export interface AnswerItem {
  readonly index: number;
  readonly id?: string;
  readonly status: number;
  readonly receiptId?: string;
  readonly problem?: AnswerBody;
}

export type Sent = Record<string, unknown>;

/** An event as an agency writes it: the example of its type, changed where the test says. */
export function anEvent(id: string, changes: Sent = {}, data: Sent = {}): Sent {
  const code = typeof changes['code'] === 'string' ? changes['code'] : 'org-audit-exit-finding';
  const signal = CATALOGUE.find((known) => known.code === code);
  const { code: _, ...attributes } = changes;
  return {
    specversion: '1.0',
    id,
    source: '/agency/A-AUD/main',
    type: signal?.type,
    time: '2026-11-02T09:00:00+08:00',
    dataschema: `/schemas/${signal?.type}`,
    datacontenttype: 'application/json',
    data: { ...signal?.example, ...data },
    ...attributes,
  };
}

/** Speaks to the door over HTTP, as an agency with a key or as an administrator. */
export class Door {
  constructor(
    readonly url: string,
    private key = '',
  ) {}

  /** Admits an agency and speaks for it from then on. */
  async admitted(entry: Sent = {}): Promise<Door> {
    const agency = {
      code: 'A-AUD',
      name: '示例审计局',
      systems: ['main'],
      channels: ['organization'],
      statuses: ['unverified', 'plausible', 'verified', 'refuted'],
      authority: 'county',
      ...entry,
    };
    const answer = await this.asAdministrator('POST', '/api/v1/agencies', 'application/json', JSON.stringify(agency));
    if (answer.body.key === undefined) throw new Error(`not admitted: ${answer.status} ${JSON.stringify(answer.body)}`);
    return new Door(this.url, answer.body.key);
  }

  async asAdministrator(method: string, path: string, type: string, body: string): Promise<Answer> {
    return this.call(path, { method, headers: { 'liuqu-demo-principal': 'system-administrator', 'content-type': type }, body });
  }

  async post(event: Sent | string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('application/cloudevents+json', typeof event === 'string' ? event : JSON.stringify(event), headers);
  }

  async postBatch(events: readonly unknown[], headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('application/cloudevents-batch+json', JSON.stringify(events), headers);
  }

  async postLines(lines: readonly string[]): Promise<Answer> {
    return this.send('application/x-ndjson', lines.join('\n'));
  }

  async send(type: string, body: BodyInit, headers: Record<string, string> = {}): Promise<Answer> {
    return this.call('/api/v1/events', { method: 'POST', headers: { ...this.authorization(), 'content-type': type, ...headers }, body });
  }

  async receipt(id: string): Promise<Answer> {
    return this.call(`/api/v1/receipts/${id}`, { headers: this.authorization() });
  }

  async call(path: string, init: RequestInit): Promise<Answer> {
    const answer = await fetch(this.url + path, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: JSON.parse(text) as AnswerBody };
  }

  authorization(): Record<string, string> {
    return this.key === '' ? {} : { authorization: `Bearer ${this.key}` };
  }
}
