import { describe, expect, it } from 'vitest';
import type { ExplainedEvent, ExplanationAnswer } from '../../contracts';
import { radiusOf, timelineMarks } from './timeline-marks';

const event = (eventId: string, change: Partial<ExplainedEvent> = {}): ExplainedEvent => ({
  eventId,
  code: 'public-accusation-real-name',
  label: '实名检举控告',
  statusBy: null,
  gradeBy: null,
  countedIn: null,
  without: null,
  sent: null,
  group: 'public',
  day: '2026-03-01',
  severity: 3,
  status: 'unverified',
  grade: 'C',
  fresh: 64_285,
  decayed: 32_142,
  part: 1_000,
  ...change,
});

const inPublic = (...events: ExplainedEvent[]): Pick<ExplanationAnswer, 'channels' | 'unscored'> => ({
  channels: [{ channel: 'public', odds: 0, part: 0, matters: [{ matter: 'A-XF/number/1', part: 0, events }] }],
  unscored: [],
});

const nowhere = (): undefined => undefined;

describe('the marks of the six-channel picture', () => {
  it('have an area in proportion to what the signal still contributes', () => {
    expect(radiusOf(16_000) / radiusOf(4_000)).toBeCloseTo(2);
  });

  it('stay visible when nothing is left of the signal', () => {
    expect(radiusOf(0)).toBeGreaterThan(3);
  });

  it('are filled by verification, and struck when withdrawn or refuted', () => {
    const marks = timelineMarks(
      inPublic(
        event('1'),
        event('2', { status: 'plausible' }),
        event('3', { status: 'verified' }),
        event('4', { status: 'withdrawn' }),
        event('5', { status: 'refuted' }),
      ),
      nowhere,
    );
    const fills = new Map(marks.map((mark) => [mark.event.eventId, mark.fill]));
    expect([...'12345'].map((id) => fills.get(id))).toEqual(['hollow', 'half', 'solid', 'struck', 'struck']);
  });

  it('are drawn large before small', () => {
    const marks = timelineMarks(inPublic(event('small', { part: 10 }), event('large', { part: 20_000 })), nowhere);
    expect(marks.map((mark) => mark.event.eventId)).toEqual(['large', 'small']);
  });

  it('step aside when they follow closely in one lane, and return to the middle after a pause', () => {
    const marks = timelineMarks(
      inPublic(
        event('1', { day: '2026-03-01' }),
        event('2', { day: '2026-03-03' }),
        event('3', { day: '2026-03-05' }),
        event('4', { day: '2026-06-01' }),
      ),
      nowhere,
    );
    const shifts = new Map(marks.map((mark) => [mark.event.eventId, mark.shift]));
    expect([...'1234'].map((id) => shifts.get(id))).toEqual([0, 1, -1, 0]);
  });

  it('of one day and one lane stand on one place, and the last drawn says how many there are', () => {
    const marks = timelineMarks(inPublic(event('1', { part: 9_000 }), event('2'), event('3'), event('4', { day: '2026-03-02' })), nowhere);
    expect(new Set(marks.filter(({ at }) => at === marks[0]?.at).map(({ shift }) => shift)).size).toBe(1);
    expect(marks.map(({ event: { eventId }, count }) => [eventId, count])).toEqual([['1', 1], ['2', 1], ['3', 3], ['4', 1]]);
  });

  it('find the lane of what is not scored by its type, and leave out a type that the catalogue does not know', () => {
    const explanation = { channels: [], unscored: [event('gift', { code: 'self-gift-handover' }), event('x', { code: 'unheard-of' })] };
    const marks = timelineMarks(explanation, (code) => (code === 'self-gift-handover' ? 'self' : undefined));
    expect(marks).toHaveLength(1);
    expect(marks[0]).toMatchObject({ channel: 'self', fill: 'uncounted', matter: undefined });
  });
});
