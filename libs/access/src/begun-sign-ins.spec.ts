import { BegunSignIns } from '#access/begun-sign-ins';
import type { RequestHeaders } from '#access/principals';
import { hashOfToken } from '#access/session-token';
import { Clock } from '#platform/time/clock';
import { Sealer } from '#vault/sealer';

class MovableClock extends Clock {
  at = Date.UTC(2026, 10, 25);

  override now(): Date {
    return new Date(this.at);
  }
}

describe('who set out to sign in elsewhere', () => {
  const clock = new MovableClock();
  const signIns = new BegunSignIns(new Sealer(Buffer.alloc(32, 1)), clock);
  const begun = signIns.begin('/candidates', { cookie: 'liuqu-session=a-token' });
  const comingBack = (headers: RequestHeaders, by = signIns): RequestHeaders => ({
    ...headers,
    cookie: `theme=dark; ${by.cookieOf(begun, headers).split(';')[0]}`,
  });

  it('is known for ten minutes', () => {
    const back = comingBack({});
    clock.at += 599_999;
    expect(signIns.of(back)).toEqual(begun);
    clock.at += 1;
    expect(signIns.of(back)).toBeUndefined();
  });

  it('is nobody without the cookie, with one of another key, or with one that was made up or cut', () => {
    const other = new BegunSignIns(new Sealer(Buffer.alloc(32, 2)), clock);
    expect(signIns.of({})).toBeUndefined();
    expect(signIns.of(comingBack({}, other))).toBeUndefined();
    expect(signIns.of({ cookie: 'liuqu-begun-sign-in=AQ' })).toBeUndefined();
    expect(signIns.of({ cookie: comingBack({}).cookie?.slice(0, -4) })).toBeUndefined();
  });

  it('is known with the session of that browser from before, by its hash alone', () => {
    const kept = signIns.of(comingBack({}));
    expect(Buffer.from(kept?.sessionBefore ?? '', 'base64url')).toEqual(hashOfToken('a-token'));
    expect(JSON.stringify(kept)).not.toContain('a-token');
    expect(signIns.begin('/', {}).sessionBefore).toBeUndefined();
  });

  it('has a cookie that a link from another site brings and no script reads; over TLS one that no other host can set', () => {
    expect(signIns.cookieOf(begun, {})).toMatch(/^liuqu-begun-sign-in=[\w-]+; Path=\/; Max-Age=600; HttpOnly; SameSite=Lax$/);
    const tls = { 'x-forwarded-proto': 'https' };
    expect(signIns.cookieOf(begun, tls)).toMatch(/^__Host-liuqu-begun-sign-in=.*; SameSite=Lax; Secure$/);
    expect(signIns.of(comingBack(tls))).toEqual(begun);
    expect(signIns.of({ ...tls, cookie: comingBack({}).cookie })).toBeUndefined();
    expect(signIns.ended(tls)).toMatch(/^__Host-liuqu-begun-sign-in=; .*Max-Age=0/);
  });
});
