import { KnownBrowsers } from '#access/known-browsers';
import type { RequestHeaders } from '#access/principals';
import { Clock } from '#platform/time/clock';
import { Sealer } from '#vault/sealer';

class MovableClock extends Clock {
  at = Date.UTC(2026, 10, 25);

  override now(): Date {
    return new Date(this.at);
  }
}

describe('a browser that has signed in before', () => {
  const clock = new MovableClock();
  const browsers = new KnownBrowsers(new Sealer(Buffer.alloc(32, 1)), clock);
  const after = (accountId: string, headers: RequestHeaders = {}, by = browsers): RequestHeaders => ({
    ...headers,
    cookie: by.cookieFor(headers, accountId).split(';')[0],
  });

  it('is known for the accounts that signed in there, each of them, and for no other', () => {
    const one = after('li.shili');
    const both = after('wang.shili', one);
    const browser = browsers.of(one, 'li.shili');
    expect(Buffer.from(browser ?? '', 'base64url')).toHaveLength(32);
    expect([browsers.of(both, 'li.shili'), browsers.of(both, 'wang.shili')]).toEqual([browser, browser]);
    expect([browsers.of(one, 'wang.shili'), browsers.of(both, 'zhao.shili'), browsers.of({}, 'li.shili')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(browsers.of(after('li.shili'), 'li.shili')).not.toBe(browser);
  });

  it('is known for a year, and a year more after each sign-in', () => {
    const first = after('li.shili');
    clock.at += 364 * 86_400_000;
    expect(browsers.of(first, 'li.shili')).toBeDefined();
    const again = after('li.shili', first);
    clock.at += 86_400_000;
    expect(browsers.of(first, 'li.shili')).toBeUndefined();
    expect(browsers.of(again, 'li.shili')).toBeDefined();
  });

  it('forgets who signed in there longest ago, beyond sixteen, and fits into a cookie', () => {
    let headers = after('first');
    for (let i = 0; i < 16; i += 1) headers = after(`person-with-a-long-name.${String(i).padStart(8, '0')}`, headers);
    expect(browsers.of(headers, 'first')).toBeUndefined();
    expect(browsers.of(headers, 'person-with-a-long-name.00000000')).toBeDefined();
    expect(headers.cookie?.length).toBeLessThan(2_000);
  });

  it('is not known by a cookie that was made up, cut, or sealed under another key', () => {
    const other = new KnownBrowsers(new Sealer(Buffer.alloc(32, 2)), clock);
    for (const cookie of ['liuqu-known-browser=AQ', after('li.shili').cookie?.slice(0, -4), after('li.shili', {}, other).cookie]) {
      expect(browsers.of({ cookie }, 'li.shili')).toBeUndefined();
    }
  });

  it('has a cookie that no other site sends, no script reads and that tells no name; over TLS one that no other host can set', () => {
    const cookie = browsers.cookieFor({}, 'li.shili');
    expect(cookie).toMatch(/^liuqu-known-browser=[\w-]+; Path=\/; Max-Age=31536000; HttpOnly; SameSite=Strict$/);
    expect(Buffer.from(cookie.split(/[=;]/)[1] ?? '', 'base64url').toString('latin1')).not.toContain('li.shili');
    expect(browsers.cookieFor({ 'x-forwarded-proto': 'https' }, 'li.shili')).toMatch(/^__Host-liuqu-known-browser=.*; Secure$/);
  });
});
