import { describe, expect, it } from 'vitest';
import type { ExplainedEvent } from '../contracts';
import { DEPTHS, waterfallSteps, type Explained } from '../portrait/waterfall/waterfall-steps';
import { percentLeft } from './percent-left';
import { foldedKeys, type ScoreRow, scoreRows, sourcesOf } from './score-rows';

const CHANNELS = ['self', 'team', 'superior', 'organization', 'public', 'media'] as const;
const labels = { channel: (code: string) => code };

const event = (given: Partial<ExplainedEvent> & Pick<ExplainedEvent, 'eventId'>): ExplainedEvent => ({
  code: 'org-audit-exit-finding',
  label: '离任审计问题',
  statusBy: null,
  gradeBy: null,
  countedIn: null,
  without: null,
  sent: null,
  group: 'A-AUDIT',
  day: '2026-03-01',
  severity: 4,
  status: 'verified',
  grade: 'A',
  fresh: 1_500_000,
  decayed: 1_240_558,
  part: 0,
  ...given,
});

/** Whole numbers that look random and are the same in every run. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** An explanation in which every node is the sum of its children, as the API promises it. */
function someExplanation(seed: number): Explained {
  const next = numbersFrom(seed);
  const channels = CHANNELS.map((channel) => {
    const matters = Array.from({ length: next(4) }, (_, of) => {
      const events = Array.from({ length: 1 + next(9) }, (__, at) => event({ eventId: `${channel} ${of} ${at}`, part: next(4_000) }));
      return { matter: `A-${of}/number/${of}`, part: events.reduce((total, { part }) => total + part, 0), events };
    });
    return { channel, odds: 0, part: matters.reduce((total, { part }) => total + part, 0), matters };
  });
  const corroboration = { odds: 0, part: next(2) * next(5_000) };
  const e = channels.reduce((total, { part }) => total + part, corroboration.part);
  const exposure = { percent: 100, part: next(9_000) - 3_000 };
  return { e, p: e + exposure.part, channels, corroboration, exposure };
}

const partsOf = (rows: readonly ScoreRow[]): number => rows.reduce((total, { part }) => total + part, 0);
function expectSums(rows: readonly ScoreRow[]): void {
  for (const { part, children } of rows) {
    if (children === undefined) continue;
    expect(partsOf(children)).toBe(part);
    expectSums(children);
  }
}

describe('a score, as the page draws it', () => {
  const some = Array.from({ length: 300 }, (_, seed) => someExplanation(seed + 1));

  it('is a tree in which every row is the sum of those under it, and E that of the first rows', () => {
    for (const explained of some) {
      const rows = scoreRows(explained, labels);
      expect(partsOf(rows)).toBe(explained.e);
      expectSums(rows);
    }
  });

  it.each(DEPTHS)('is bars by %s that end at exactly E, then at exactly P', (depth) => {
    for (const explained of some) {
      const steps = waterfallSteps(explained, depth);
      const bars = steps.slice(0, -3);
      bars.forEach(({ from }, place) => expect(from).toBe(place === 0 ? 0 : bars[place - 1]?.to));
      expect(bars[bars.length - 1]?.to ?? 0).toBe(explained.e);
      expect(bars.reduce((total, { from, to }) => total + to - from, 0)).toBe(explained.e);
      expect(steps[steps.length - 2]).toMatchObject({ kind: 'exposure', from: explained.e, to: explained.p });
    }
  });

  it('has one more bar for the reading without an item, and no other bar moves', () => {
    const [explained] = some;
    if (explained === undefined) throw new Error('no explanation');
    const steps = waterfallSteps(explained, 'channel', { e: 1_234, p: 1_300, level: 'none' });
    expect(steps.slice(0, -1)).toEqual(waterfallSteps(explained, 'channel'));
    expect(steps[steps.length - 1]).toEqual({ kind: 'without', level: 'none', from: 0, to: 1_234 });
  });

  it('counts the independent sources of a matter over all channels, without what has faded away', () => {
    const [a, b, faded] = [event({ eventId: 'a' }), event({ eventId: 'b', group: 'public' }), event({ eventId: 'c', group: 'B', decayed: 0 })];
    const matter = 'A-AUDIT/number/1';
    const channels = [
      { channel: 'organization' as const, odds: 0, part: 0, matters: [{ matter, part: 0, events: [a, faded] }] },
      { channel: 'public' as const, odds: 0, part: 0, matters: [{ matter, part: 0, events: [b] }] },
    ];
    expect(sourcesOf({ channels }).get(matter)).toBe(2);
  });

  it('can be unfolded to the last signal', () => {
    const rows = scoreRows({ channels: someExplanation(7).channels, corroboration: { odds: 0, part: 0 } }, labels);
    const keys = foldedKeys(rows);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.length).toBe(rows.flatMap(({ children }) => (children === undefined ? [] : [1, ...children])).length);
  });

  it('cuts what is left of a signal to whole percent', () => {
    expect(percentLeft({ fresh: 1_500_000, decayed: 1_240_558 })).toBe(82);
    expect(percentLeft({ fresh: 1_000, decayed: 999 })).toBe(99);
    expect(percentLeft({ fresh: 0, decayed: 0 })).toBe(0);
  });
});
