import { oldestPendingAt } from '#messaging/kafka/oldest-pending';

const NOW = Date.parse('2026-11-20T00:00:00Z');

describe('the age of the oldest pending record', () => {
  it.each([0, 700, 5_000, 90_000, 3_600_000, 20 * 86_400_000])('of %i ms is found to a thirtieth, or a second', async (age) => {
    const asked: number[] = [];
    const at = await oldestPendingAt(async (moment) => {
      asked.push(moment);
      return Promise.resolve(NOW - age < moment);
    }, NOW);
    const found = NOW - at.getTime();
    expect(Math.abs(found - age)).toBeLessThanOrEqual(Math.max(1_000, age / 30));
    expect(asked.length).toBeLessThan(30);
  });
});
