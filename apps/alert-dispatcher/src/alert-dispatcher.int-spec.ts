import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { runApp } from '#assembly/run-app';
import { ALERT_RAISED, alertRaised } from '#contracts/alerts/alert-raised.v1';
import { RISK_ALERTS, RISK_EVENTS } from '#contracts/topics';
import { eventually } from '#testing/eventually';
import { aLevelRaised, riskRecord } from '#testing/risk-events';
import { describeWith } from '#testing/services/local-services';
import { aTestStack, type TestStack } from '#testing/test-stack';
import { AlertDispatcherModule } from './alert-dispatcher.module';
import { alertPage } from './list-alerts/alert-page';

/** What an EventSource would read: frames as they come, until the stream ends or the reader leaves. */
class Reader {
  readonly ids: number[] = [];
  readonly types = new Set<string>();
  readonly data: unknown[] = [];
  /** What it says when it comes back. */
  place: number | undefined;
  hasEnded = false;

  private constructor(
    readonly answer: Response,
    private readonly leaving: AbortController,
  ) {}

  static async of(url: string, lastEventId?: number): Promise<Reader> {
    const headers = { 'liuqu-demo-principal': 'handler', ...(lastEventId === undefined ? {} : { 'last-event-id': String(lastEventId) }) };
    const leaving = new AbortController();
    const reader = new Reader(await fetch(`${url}/api/v1/alerts/stream`, { headers, signal: leaving.signal }), leaving);
    void reader.read().catch(() => undefined);
    return reader;
  }

  leave(): void {
    this.leaving.abort();
  }

  private async read(): Promise<void> {
    let rest = '';
    for await (const bytes of this.answer.body ?? []) {
      const frames = (rest + new TextDecoder().decode(bytes)).split('\n\n');
      rest = frames.pop() ?? '';
      frames.forEach((frame) => this.take(frame));
    }
    this.hasEnded = true;
  }

  private take(frame: string): void {
    const fields = new Map(frame.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]));
    if (fields.has('id')) this.place = Number(fields.get('id'));
    // A frame without data tells the place and nothing else.
    if (!fields.has('data')) return;
    this.types.add(fields.get('event') ?? '');
    this.ids.push(Number(fields.get('id')));
    this.data.push(JSON.parse(fields.get('data') ?? ''));
  }
}

describeWith(['postgres'], 'the alert dispatcher', () => {
  let stack: TestStack;
  let app: NestFastifyApplication;
  let url: string;
  const readers: Reader[] = [];
  let raised = 0;

  const start = async (): Promise<void> => {
    app = await runApp('alert-dispatcher', stack.config, [AlertDispatcherModule]);
    url = await app.getUrl();
  };
  beforeAll(async () => {
    stack = await aTestStack();
    await start();
  });
  afterAll(async () => {
    readers.forEach((reader) => reader.leave());
    await app?.close();
    await stack?.close();
  });

  /** The projector announces edges of different subjects. */
  const announce = async (count: number): Promise<void> => {
    const edges = Array.from({ length: count }, (_, place) => aLevelRaised({ subject: `cadre:${raised + place}` }));
    raised += count;
    await stack.log.append(RISK_EVENTS, edges.map(riskRecord));
  };
  const listen = async (lastEventId?: number): Promise<Reader> => {
    const reader = await Reader.of(url, lastEventId);
    readers.push(reader);
    return reader;
  };
  const get = async (path: string, principal = 'petition-clerk'): Promise<Response> =>
    fetch(`${url}/api/v1/alerts${path}`, { headers: principal ? { 'liuqu-demo-principal': principal } : {} });
  const upTo = (last: number, from = 1): number[] => Array.from({ length: last - from + 1 }, (_, place) => from + place);

  it('streams each alert to everybody who listens, soon after it was raised', async () => {
    const [one, two] = [await listen(), await listen()];
    expect(one.answer.headers.get('content-type')).toContain('text/event-stream');
    expect(one.answer.headers.get('x-accel-buffering')).toBe('no');
    await announce(3);
    await eventually(() => expect([one.ids, two.ids]).toEqual([upTo(3), upTo(3)]));
    expect([...one.types]).toEqual([ALERT_RAISED]);
    const [event] = one.data as { type: string; id: string; data: unknown }[];
    expect(event).toMatchObject({ specversion: '1.0', type: ALERT_RAISED, id: alertRaised.parse(event?.data).alertId });
  });

  it('goes on where a reader left off', async () => {
    const first = await listen(1);
    await eventually(() => expect(first.ids).toEqual([2, 3]));
    first.leave();
    await announce(4);
    const again = await listen(first.ids.at(-1));
    await eventually(() => expect(again.ids).toEqual(upTo(7, 4)));
  });

  it('shows a new reader what comes, and an old one everything', async () => {
    const [fresh, all] = [await listen(), await listen(0)];
    await announce(1);
    await eventually(() => expect([fresh.ids, all.ids]).toEqual([[8], upTo(8)]));
  });

  it('lists alerts in pages', async () => {
    const first = alertPage.parse(await (await get('?limit=5')).json());
    expect([first.items.map(({ seq }) => seq), first.next]).toEqual([upTo(5), 5]);
    const second = alertPage.parse(await (await get(`?after=${first.next}&limit=5`)).json());
    expect([second.items.map(({ seq }) => seq), second.next]).toEqual([upTo(8, 6), null]);
  });

  it('tells other systems on the topic, once each', async () => {
    await eventually(async () => {
      const bounds = await stack.log.bounds(RISK_ALERTS);
      expect(bounds.reduce((sum, { next }) => sum + next, 0)).toBe(8);
    });
  });

  it('answers only who is somebody, and says what is wrong', async () => {
    expect((await get('', '')).status).toBe(401);
    expect((await get('/stream', '')).status).toBe(401);
    const wrong = await get('?after=-1&limit=0&until=9');
    expect([wrong.status, wrong.headers.get('content-type')]).toEqual([400, expect.stringContaining('application/problem+json')]);
    const headers = { 'liuqu-demo-principal': 'handler', 'last-event-id': 'yesterday' };
    expect((await fetch(`${url}/api/v1/alerts/stream`, { headers })).status).toBe(400);
  });

  it('ends the streams when it stops, and a reader that comes back misses nothing', async () => {
    const reader = await listen();
    await announce(1);
    await eventually(() => expect(reader.ids).toEqual([9]));
    const quiet = await listen();
    await eventually(() => expect(quiet.place).toBe(9));
    const begun = Date.now();
    await app.close();
    expect(Date.now() - begun).toBeLessThan(5_000);
    await eventually(() => expect(reader.hasEnded).toBe(true));
    await announce(2);
    await start();
    const back = [await listen(reader.place), await listen(quiet.place)];
    await eventually(() => expect(back.map(({ ids }) => ids)).toEqual([upTo(11, 10), upTo(11, 10)]));
  });
});
