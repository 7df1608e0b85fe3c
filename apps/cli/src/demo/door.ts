import { setTimeout as sleep } from 'node:timers/promises';
import { dateOf } from '#domain/calendar/day';
import { codeOf, DEMO_AGENCIES, DEMO_STATUSES } from './agencies';
import type { DemoCounty } from './county';
import type { FedEvent } from './fed-event';
import { registryFiles } from './registry-files';

const PATIENCE_MS = 60_000;
const TRIES = 10;
const TRY_AGAIN_MS = 300;

interface Answer {
  readonly status: number;
  readonly text: string;
}

/** What the door answered about one event; 202 with a receipt, else a problem. */
export interface Item {
  readonly status: number;
  readonly receiptId?: string;
  readonly problem?: { readonly code: string };
}

function read(path: string, { status, text }: Answer): unknown {
  if (status >= 300) throw new Error(`${path} answered ${status}: ${text.slice(0, 300)}`);
  return JSON.parse(text) as unknown;
}

const mayPass = (status: number): boolean => status === 503 || status === 429;

/** A running product in demo mode, as its agencies and its demo people reach it. */
export class Door {
  private readonly keys = new Map<string, string>();

  constructor(private readonly base: string) {}

  /** @throws Error when a row is refused: nothing of a made county should be */
  async readRegistryIn(county: DemoCounty): Promise<void> {
    for (const { name, text } of registryFiles(county)) {
      const path = `/api/v1/registry/${name}`;
      const headers = { 'liuqu-demo-principal': 'system-administrator', 'content-type': 'text/csv' };
      const { refused } = read(path, await this.call('PUT', path, headers, text)) as { refused: unknown[] };
      if (refused.length > 0) throw new Error(`${path} refused ${refused.length} rows, the first: ${JSON.stringify(refused[0])}`);
    }
  }

  /** Admits the agencies under codes with the prefix, or gives those that are there new keys. */
  async admitAgencies(prefix: string): Promise<void> {
    for (const { key: agency, name, system, channels, authority } of DEMO_AGENCIES) {
      const body = { code: codeOf(prefix, agency), name, systems: [system], channels, statuses: DEMO_STATUSES, authority };
      const { code, key } = await this.as<{ code: string; key: string }>('system-administrator', 'POST /api/v1/agencies', body);
      this.keys.set(code, key);
    }
  }

  /** @param asked method and path */
  async as<T>(role: string, asked: string, body?: unknown): Promise<T> {
    const [method = 'GET', path = ''] = asked.split(' ', 2);
    const headers = { 'liuqu-demo-principal': role, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
    return read(path, await this.call(method, path, headers, body === undefined ? undefined : JSON.stringify(body))) as T;
  }

  /** Whether the door has the event. */
  async stateOf(agency: string, receiptId: string): Promise<string | undefined> {
    const path = `/api/v1/receipts/${receiptId}`;
    const answer = await this.call('GET', path, { authorization: `Bearer ${this.keys.get(agency)}` });
    return answer.status === 404 ? undefined : (read(path, answer) as { state: string }).state;
  }

  /**
   * Sends events of one agency and day, again while the door says that it may take them later.
   * @returns one item each; undefined when the day lies before the last one of the agency
   */
  async send(batch: readonly FedEvent[]): Promise<readonly Item[] | undefined> {
    for (let tries = 1; ; tries += 1) {
      const items = await this.sendOnce(batch);
      if (items === undefined || tries === TRIES || !items.some(({ status }) => mayPass(status))) return items;
      await sleep(TRY_AGAIN_MS);
    }
  }

  private async sendOnce(batch: readonly FedEvent[]): Promise<readonly Item[] | undefined> {
    const [first] = batch;
    if (!first) return [];
    const headers = {
      authorization: `Bearer ${this.keys.get(first.agency)}`,
      'content-type': 'application/cloudevents-batch+json',
      'liuqu-received-on': dateOf(first.receivedOn),
    };
    const answer = await this.call('POST', '/api/v1/events', headers, JSON.stringify(batch.map(({ event }) => event)));
    if (answer.status === 422 && (JSON.parse(answer.text) as { code?: string }).code === 'received-on-falls') return undefined;
    if (mayPass(answer.status)) return batch.map(() => ({ status: answer.status }));
    return (read('/api/v1/events', answer) as { items: Item[] }).items;
  }

  private async call(method: string, path: string, headers: Record<string, string>, body?: string): Promise<Answer> {
    const answer = await fetch(this.base + path, { method, headers, body, signal: AbortSignal.timeout(PATIENCE_MS) });
    return { status: answer.status, text: await answer.text() };
  }
}
