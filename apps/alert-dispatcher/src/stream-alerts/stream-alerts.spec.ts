import { setTimeout as pause } from 'node:timers/promises';
import { ALERT_CORRECTED, type AlertCorrected } from '#contracts/alerts/alert-corrected.v1';
import { ALERT_RAISED, type AlertRaised } from '#contracts/alerts/alert-raised.v1';
import type { Scope } from '#persistence/database';
import { AlertQueries, type NumberedAlert } from '../list-alerts/alert-queries';
import { alertFrames } from './alert-frames';
import { AlertPulse } from './alert-pulse';
import { AlertStreams } from './alert-streams';

const at = new Date('2026-10-02T08:00:00Z');

const numbers = { from: 'watch', to: 'inquiry', day: '2026-10-02', e: 59_954, p: 65_000 } as const;
const idOf = (seq: number): string => `aaaaaaaa-bbbb-cccc-dddd-${String(seq).padStart(12, '0')}`;

function anAlert(seq: number): NumberedAlert & { readonly alert: AlertRaised } {
  return { seq, at, alert: { alertId: idOf(seq), subject: 'cadre:0001', ...numbers }, correction: null };
}

function aCorrection(seq: number, of: number): NumberedAlert & { readonly correction: AlertCorrected } {
  const correction = { correctionId: idOf(seq), alertId: idOf(of), subject: 'cadre:0001', day: '2026-10-09', said: numbers, now: null };
  return {
    seq,
    at,
    alert: null,
    correction: { ...correction, ground: 'refuted', reason: '有关信号经核查不属实。', later: null, raises: false },
  };
}

class FakeAlertQueries extends AlertQueries {
  asked = 0;
  isAway = false;

  constructor(readonly alerts: NumberedAlert[] = []) {
    super();
  }

  override async after(_: Scope, seq: number, limit: number): Promise<readonly NumberedAlert[]> {
    return this.alerts.filter((alert) => alert.seq > seq).slice(0, limit);
  }

  readonly ofAll = async (seq: number, limit: number): Promise<readonly NumberedAlert[]> => this.after(null, seq, limit);

  override async latest(): Promise<number> {
    this.asked += 1;
    if (this.isAway) throw new Error('the database is away');
    return this.alerts.at(-1)?.seq ?? 0;
  }
}

async function take(frames: AsyncIterable<unknown>, count: number): Promise<string[]> {
  const taken: string[] = [];
  for await (const frame of frames) {
    taken.push(String(frame));
    if (taken.length === count) break;
  }
  return taken;
}

describe('the frames of a reader', () => {
  const never = new AbortController().signal;

  it('tell when to come back, then each alert after its place as one CloudEvent', async () => {
    const alerts = new FakeAlertQueries([anAlert(1), anAlert(2)]);
    const [retry, first] = await take(alertFrames(1, { after: alerts.ofAll, newsAfter: async () => undefined, signal: never }), 2);
    expect(retry).toBe('retry: 3000\nid: 1\n\n');
    const [id, event, data] = first?.trimEnd().split('\n') ?? [];
    expect([id, event]).toEqual(['id: 2', `event: ${ALERT_RAISED}`]);
    expect(JSON.parse(data?.replace('data: ', '') ?? '')).toEqual({
      specversion: '1.0',
      id: anAlert(2).alert.alertId,
      source: '/liuqu/alert-dispatcher',
      type: ALERT_RAISED,
      time: '2026-10-02T08:00:00.000Z',
      datacontenttype: 'application/json',
      data: anAlert(2).alert,
    });
  });

  it('tell an alert as it was raised, and its correction as an event of its own with the id of the alert', async () => {
    const { correction } = aCorrection(2, 1);
    const alerts = new FakeAlertQueries([{ ...anAlert(1), correction }, aCorrection(2, 1)]);
    const [, raised, corrected] = await take(alertFrames(0, { after: alerts.ofAll, newsAfter: async () => undefined, signal: never }), 3);
    expect(JSON.parse(raised?.split('data: ')[1] ?? '')).toMatchObject({ type: ALERT_RAISED, data: anAlert(1).alert });
    const [id, event, data] = corrected?.trimEnd().split('\n') ?? [];
    expect([id, event]).toEqual(['id: 2', `event: ${ALERT_CORRECTED}`]);
    expect(JSON.parse(data?.replace('data: ', '') ?? '')).toMatchObject({ id: idOf(2), type: ALERT_CORRECTED, data: correction });
  });

  it('go on with what comes, each alert once and in order, over many pages', async () => {
    const alerts = new FakeAlertQueries(Array.from({ length: 450 }, (_, place) => anAlert(place + 1)));
    const newsAfter = async (seq: number): Promise<number> => alerts.alerts.push(anAlert(seq + 1));
    const frames = await take(alertFrames(0, { after: alerts.ofAll, newsAfter, signal: never }), 1 + 500);
    const ids = frames.slice(1).map((frame) => Number(/^id: (\d+)/.exec(frame)?.[1]));
    expect(ids).toEqual(Array.from({ length: 500 }, (_, place) => place + 1));
  });

  it('are of the scope alone: what comes for others is looked for once, and does not silence the heart', async () => {
    const looked: number[] = [];
    const patience: number[] = [];
    const news = [5, 7, undefined, 9];
    const after = async (seq: number): Promise<readonly NumberedAlert[]> => {
      looked.push(seq);
      return news.length === 0 ? [anAlert(9)] : [];
    };
    const newsAfter = async (_: number, patienceMs: number): Promise<number | undefined> => {
      patience.push(patienceMs);
      return news.shift();
    };
    const frames = await take(alertFrames(0, { after, newsAfter, signal: never }), 3);
    expect(frames.slice(1)).toEqual([': heart-beat\n\n', expect.stringMatching(/^id: 9\n/)]);
    expect(looked).toEqual([0, 0, 5, 7, 7]);
    expect(patience[1]).toBeLessThanOrEqual(patience[0] ?? 0);
    expect(patience[2]).toBeLessThanOrEqual(patience[1] ?? 0);
  });

  it('beat while nothing comes', async () => {
    const frames = await take(alertFrames(0, { after: new FakeAlertQueries().ofAll, newsAfter: async () => undefined, signal: never }), 3);
    expect(frames.slice(1)).toEqual([': heart-beat\n\n', ': heart-beat\n\n']);
  });

  it('end when the reader is gone', async () => {
    const gone = new AbortController();
    const newsAfter = async (): Promise<undefined> => {
      gone.abort();
      return undefined;
    };
    const frames = await take(alertFrames(0, { after: new FakeAlertQueries().ofAll, newsAfter, signal: gone.signal }), 9);
    expect(frames).toHaveLength(1);
  });
});

describe('the life of a stream', () => {
  const never = new AbortController().signal;
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const afterSeconds = async (seconds: number): Promise<void> => {
    await jest.advanceTimersByTimeAsync(seconds * 1_000);
  };

  it('is half a minute while nothing comes, with one beat in it', async () => {
    const pulse = new AlertPulse(new FakeAlertQueries());
    const newsAfter = async (seq: number, patienceMs: number): Promise<number | undefined> => pulse.newsAfter(seq, patienceMs, never);
    const all = take(alertFrames(0, { after: new FakeAlertQueries().ofAll, newsAfter, signal: never }), 99);
    await afterSeconds(31);
    expect(await all).toEqual(['retry: 3000\nid: 0\n\n', ': heart-beat\n\n']);
  });

  it('is no longer for alerts that come without end; who asks again with the last place has each once', async () => {
    const alerts = new FakeAlertQueries();
    const pulse = new AlertPulse(alerts);
    const newsAfter = async (seq: number, patienceMs: number): Promise<number | undefined> => pulse.newsAfter(seq, patienceMs, never);
    const raising = setInterval(() => alerts.alerts.push(anAlert(alerts.alerts.length + 1)), 1_000);
    const heard: string[] = [];
    for (let streams = 0; streams < 3; streams += 1) {
      const last = Number(/^id: (\d+)$/m.exec(heard.at(-1) ?? 'id: 0')?.[1]);
      const stream = take(alertFrames(last, { after: alerts.ofAll, newsAfter, signal: never }), 99);
      await afterSeconds(33);
      heard.push(...(await stream));
    }
    clearInterval(raising);
    const ids = heard.flatMap((frame) => /^id: (\d+)\nevent/.exec(frame)?.[1] ?? []).map(Number);
    expect(ids.length).toBeGreaterThan(90);
    expect(ids).toEqual(Array.from({ length: ids.length }, (_, place) => place + 1));
  });
});

describe('the look for new alerts', () => {
  const never = new AbortController().signal;
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('wakes those who have not seen the newest, and nobody else', async () => {
    const pulse = new AlertPulse(new FakeAlertQueries([anAlert(1)]));
    const [behind, upToDate] = [pulse.newsAfter(0, 15_000, never), pulse.newsAfter(1, 15_000, never)];
    await jest.advanceTimersByTimeAsync(300);
    expect(await behind).toBe(1);
    await jest.advanceTimersByTimeAsync(15_000);
    expect(await upToDate).toBeUndefined();
  });

  it('is one for all who wait, and rests when nobody does', async () => {
    const alerts = new FakeAlertQueries();
    const pulse = new AlertPulse(alerts);
    const all = Promise.all(Array.from({ length: 50 }, async () => pulse.newsAfter(0, 1_000, never)));
    await jest.advanceTimersByTimeAsync(10_000);
    await all;
    expect(alerts.asked).toBe(3);
  });

  it('goes on when the database was away', async () => {
    const alerts = new FakeAlertQueries([anAlert(1)]);
    alerts.isAway = true;
    const news = new AlertPulse(alerts).newsAfter(0, 15_000, never);
    await jest.advanceTimersByTimeAsync(1_000);
    alerts.isAway = false;
    await jest.advanceTimersByTimeAsync(300);
    expect(await news).toBe(1);
  });
});

describe('the streams of a process', () => {
  const streamsOver = (alerts: FakeAlertQueries): AlertStreams => new AlertStreams(alerts, new AlertPulse(alerts));

  it('begin with what comes next for a new reader, after its place for one that returns', async () => {
    const streams = streamsOver(new FakeAlertQueries([anAlert(1), anAlert(2)]));
    expect(await streams.beginOf(undefined)).toBe(2);
    expect(await streams.beginOf(1)).toBe(1);
  });

  it('begin at the beginning for a place of another history', async () => {
    expect(await streamsOver(new FakeAlertQueries([anAlert(1)])).beginOf(7)).toBe(0);
  });

  it('end by themselves when the process stops', async () => {
    const streams = streamsOver(new FakeAlertQueries([anAlert(1)]));
    let leave: () => void = () => undefined;
    const stream = streams.from(null, 0, new Promise((resolve) => (leave = resolve)));
    stream.once('close', leave);
    const all = take(stream, 99);
    await pause(50);
    await streams.beforeApplicationShutdown();
    expect((await all).join('')).toContain('id: 1\n');
  });
});
