import { describe, expect, it } from 'vitest';
import type { ExplainedEvent } from '../../contracts';
import { DEPTHS, waterfallSteps, type Explained } from './waterfall-steps';

const event = (eventId: string, part: number): ExplainedEvent => ({
  eventId,
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
  fresh: 0,
  decayed: 0,
  part,
});

const small = Array.from({ length: 12 }, (_, index) => event(`s${index}`, 100));

const explained: Explained = {
  e: 61_200,
  p: 58_000,
  channels: [
    { channel: 'self', odds: 0, part: 0, matters: [] },
    { channel: 'organization', odds: 0, part: 50_000, matters: [{ matter: 'A/number/1', part: 50_000, events: [event('a', 50_000)] }] },
    { channel: 'public', odds: 0, part: 1_200, matters: [{ matter: 'B/number/2', part: 1_200, events: small }] },
  ],
  corroboration: { odds: 0, part: 10_000 },
  exposure: { percent: 85, part: -3_200 },
};

describe('the waterfall of parts', () => {
  it.each(DEPTHS)('by %s goes from 0 to E without a gap, then to P', (depth) => {
    const steps = waterfallSteps(explained, depth);
    const parts = steps.slice(0, -3);
    const [total, exposure, priority] = steps.slice(-3);
    expect(parts[0]?.from).toBe(0);
    parts.slice(1).forEach((step, index) => expect(step.from).toBe(parts[index]?.to));
    expect(parts[parts.length - 1]?.to).toBe(explained.e);
    expect(total).toMatchObject({ kind: 'total', from: 0, to: 61_200 });
    expect(exposure).toMatchObject({ kind: 'exposure', from: 61_200, to: 58_000 });
    expect(priority).toMatchObject({ kind: 'priority', from: 0, to: 58_000 });
  });

  it('shows every channel, also one that says nothing', () => {
    const channels = waterfallSteps(explained, 'channel').filter((step) => step.kind === 'channel');
    expect(channels).toHaveLength(3);
    expect(channels[0]).toMatchObject({ channel: 'self', from: 0, to: 0 });
  });

  it('puts the ten largest signals first and sums the rest below', () => {
    const steps = waterfallSteps(explained, 'signal');
    expect(steps[0]).toMatchObject({ kind: 'signal', to: 50_000 });
    expect(steps.filter((step) => step.kind === 'signal')).toHaveLength(10);
    expect(steps.find((step) => step.kind === 'rest')).toMatchObject({ count: 3, from: 50_900, to: 51_200 });
  });

  it('has no bar for corroboration when there is none', () => {
    const alone = waterfallSteps({ ...explained, e: 51_200, corroboration: { odds: 0, part: 0 } }, 'channel');
    expect(alone.some((step) => step.kind === 'corroboration')).toBe(false);
  });
});
