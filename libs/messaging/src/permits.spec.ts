import { setTimeout as sleep } from 'node:timers/promises';
import { Permits } from '#messaging/permits';

describe('permits', () => {
  it('let so many work at once, the others in the order in which they came', async () => {
    const permits = new Permits(2);
    const began: number[] = [];
    let atOnce = 0;
    let most = 0;
    const work = async (n: number): Promise<void> => {
      began.push(n);
      most = Math.max(most, (atOnce += 1));
      await sleep(2);
      atOnce -= 1;
    };
    await Promise.all([1, 2, 3, 4, 5].map(async (n) => permits.with(async () => work(n))));
    expect([began, most]).toEqual([[1, 2, 3, 4, 5], 2]);
  });

  it('are given back by work that fails', async () => {
    const permits = new Permits(1);
    const failed = permits.with(async () => Promise.reject(new Error('no')));
    await expect(failed).rejects.toThrow('no');
    await expect(permits.with(async () => 'yes')).resolves.toBe('yes');
  });
});
