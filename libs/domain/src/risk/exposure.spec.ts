import { exposureOn } from '#domain/risk/exposure';
import { foldSubject } from '#domain/risk/fold';
import type { LedgerEntry } from '#domain/risk/ledger-entry';
import { SHIPPED_POLICY as policy } from '#domain/risk/policies';
import { aPostHeld, aPostLeft, aWithdrawal } from '#testing/ledger';

function percentOn(day: number, ...entries: readonly LedgerEntry[]): number {
  const { held, left } = foldSubject(entries, policy);
  const { numerator, denominator } = exposureOn(held, left, day, policy);
  return numerator / denominator;
}

describe('the exposure of the posts held on a day', () => {
  it('is 100 % when no post is known', () => {
    expect(percentOn(5)).toBe(100);
    expect(percentOn(5, aPostHeld({ factors: [] }))).toBe(100);
    expect(percentOn(5, aPostHeld({ factors: ['unheard-of'] }))).toBe(100);
  });

  it('counts the first day, not the day on which the post was left', () => {
    const post = [aPostHeld({ from: 10, factors: ['principal'] }), aPostLeft({ on: 20 })];
    expect([9, 10, 19, 20].map((day) => percentOn(day, ...post))).toEqual([100, 130, 130, 100]);
  });

  it('multiplies factors, each once over all posts, exactly, up to the cap', () => {
    const money = aPostHeld({ id: 'a', post: 'a', factors: ['money', 'general'] });
    const staff = aPostHeld({ id: 'b', post: 'b', factors: ['personnel', 'money'] });
    const head = aPostHeld({ id: 'c', post: 'c', factors: ['principal'] });
    const adviser = aPostHeld({ id: 'd', post: 'd', factors: ['advisory'] });
    expect(percentOn(1, money, staff)).toBe(156.25);
    expect(percentOn(1, money, head)).toBe(160);
    expect(percentOn(1, money, staff, adviser)).toBe(132.8125);
  });

  it('ends a post for good only where it is not taken again, even on the same day', () => {
    const again = aPostHeld({ id: 'again', from: 20, factors: ['principal'] });
    const log = [aPostHeld({ from: 10, factors: ['money'] }), aPostLeft({ on: 20 }), again];
    expect([19, 20, 30].map((day) => percentOn(day, ...log))).toEqual([125, 130, 130]);
  });

  it('forgets a post that is taken back, in whatever order that comes', () => {
    const post = aPostHeld({ id: 'p', factors: ['principal'] });
    expect(percentOn(5, post, aWithdrawal('p', 1))).toBe(100);
    expect(percentOn(5, aWithdrawal('p', 1), post)).toBe(100);
    expect(percentOn(5, post, aPostLeft({ id: 'l', on: 3 }), aWithdrawal('l', 4))).toBe(130);
  });
});
