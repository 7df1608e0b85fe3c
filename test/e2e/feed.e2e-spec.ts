import { describeWith } from '#testing/services/local-services';
import { feed } from '../../apps/cli/src/feed/feed.command';
import { as } from './office';
import { type RunningStack, startStack } from './running-stack';

const ASKED = ['--cadres', '60', '--events', '400', '--seed', '7'];

const numberIn = (text: string, word: string): number => Number(new RegExp(`(\\d+) ${word}`).exec(text)?.[1]);

describeWith(['postgres'], 'a feed into a running product', () => {
  let stack: RunningStack;

  beforeAll(async () => {
    stack = await startStack('embedded');
  }, 240_000);
  afterAll(async () => stack?.stop(), 120_000);

  /** @param endAfter asks to end when so many events are in */
  const run = async (args: readonly string[], endAfter = Number.POSITIVE_INFINITY): Promise<string> => {
    const asked = new AbortController();
    let lines = 0;
    const progress = (): void => void ((lines += 1) > endAfter && asked.abort());
    return feed.run([...args, '--url', stack.console], { environment: {}, progress, interruption: () => asked.signal });
  };

  it('that is broken off says so, and goes on when it is started again, what was sent before told as duplicate', async () => {
    const broken = await run(ASKED, 60);
    expect(broken).toContain('goes on');
    const before = numberIn(broken, 'accepted');
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(400);

    const whole = await run(ASKED);
    expect(whole).toContain('400 of 400 events');
    expect(numberIn(whole, 'accepted') + numberIn(whole, 'duplicates') + numberIn(whole, 'refused')).toBe(400);
    expect(numberIn(whole, 'duplicates')).toBeGreaterThanOrEqual(before);

    const again = await run(ASKED);
    expect(numberIn(again, 'accepted')).toBe(0);
  }, 120_000);

  it('brings people and units of its own', async () => {
    const { items } = await as<{ items: readonly { readonly code: string }[] }>(stack, 'handler', 'GET /api/v1/units');
    expect(items.map(({ code }) => code)).toContain('Uf7-60-000');
  });

  it('at a rate sends so many events a second', async () => {
    const told = await run(['--cadres', '60', '--events', '100', '--seed', '8', '--rate', '50']);
    expect(told).toContain('100 of 100 events');
    expect(numberIn(told, 'events/s')).toBeLessThanOrEqual(50);
  }, 120_000);

  it('says in one sentence that nobody answers there', async () => {
    const refused = feed.run([...ASKED, '--url', 'http://127.0.0.1:1'], {
      environment: {},
      progress: () => undefined,
      interruption: () => new AbortController().signal,
    });
    await expect(refused).rejects.toThrow(/^The feed ended: .*goes on\.$/);
  });
});
