import { dateOf, dayOf } from '#domain/calendar/day';
import { feed } from './feed.command';
import { lastDayOfLoad } from './feed';
import { FeedTold } from './feed-told';

const refusal = async (...args: readonly string[]): Promise<string> =>
  feed
    .run(args, { environment: {}, progress: () => undefined, interruption: () => new AbortController().signal })
    .then(() => 'not refused')
    .catch((error: unknown) => (error as Error).message);

describe('the feed command', () => {
  it.each([
    [[], '--cadres and --events say how large the feed is'],
    [['--cadres', '10', '--events', '5'], '--cadres is a whole number from 60 to 200000; "10" is not'],
    [['--cadres', '100', '--events', 'many'], '--events is a whole number from 1 to 10000000; "many" is not'],
    [['--cadres', '100', '--events', '5', '--seed', '1.5'], '--seed is a whole number from 0 to 999999; "1.5" is not'],
    [['--cadres', '100', '--events', '5', '--rate', '0'], '--rate is a whole number from 1 to 100000; "0" is not'],
    [['--cadres', '100', '--events', '5', '--url', 'here'], '--url is an address such as http://127.0.0.1:8080; "here" is not'],
  ])('called with %j says what to mend', async (args, sentence) => {
    expect(await refusal(...args)).toBe(sentence);
  });

  it('called with an option that it does not know names it', async () => {
    expect(await refusal('--cadre', '100')).toContain('--cadre');
  });
});

describe('a load', () => {
  it.each([
    ['2026-11-25', '2026-06-30'],
    ['2026-06-30', '2026-06-30'],
    ['2026-06-29', '2025-12-31'],
    ['2026-12-31', '2026-12-31'],
  ])('fed on %s ends on %s, so that it is the same load tomorrow', (today, end) => {
    expect(dateOf(lastDayOfLoad(dayOf(today)))).toBe(end);
  });

  it('ends with what was sent, why some was refused, how fast, and whether the rate was held', () => {
    const told = new FeedTold();
    told.accepted = 90;
    told.duplicates = 7;
    for (const code of ['field-missing', 'type-not-known', 'field-missing']) told.refuse(code);
    told.answeredIn(12.4);
    told.answeredIn(8);
    expect(told.sentences(4)).toEqual([
      '100 events sent, 90 accepted, 7 duplicates, 3 refused (field-missing 2, type-not-known 1)',
      '25 events/s over 4.0 s, slowest request 12 ms',
    ]);
    told.beganLate(250);
    told.beganLate(120);
    expect(told.sentences(4).at(-1)).toBe('2 requests began late, the latest by 250 ms: the rate was not held');
  });
});
