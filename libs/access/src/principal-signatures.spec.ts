import { PrincipalSignatures } from '#access/principal-signatures';
import { NoPrincipals, type Principal } from '#access/principals';
import { SignedPrincipals } from '#access/signed-principals';
import { Clock } from '#platform/time/clock';

class MovableClock extends Clock {
  at = Date.UTC(2026, 10, 25);

  override now(): Date {
    return new Date(this.at);
  }
}

describe('the principal that one process signs for another', () => {
  const clock = new MovableClock();
  const signatures = new PrincipalSignatures(Buffer.alloc(32, 1), clock);
  const handler: Principal = { id: 'zhang.shili', name: '示例张', role: 'handler', unit: 'U-1' };
  const place = { method: 'POST', url: '/api/v1/candidates/7/taking?x=1' };
  const believe = async (text: string | string[], request = place): Promise<Principal | undefined> =>
    new SignedPrincipals(signatures, new NoPrincipals()).of({ ...request, ip: '127.0.0.1', headers: { 'liuqu-principal': text } });
  const [said = '', signature = ''] = signatures.sign(handler, place).split('.');

  it('is believed for the request that it was signed for, half a minute long', async () => {
    const signed = signatures.sign(handler, place);
    expect(await believe(signed)).toEqual(handler);
    clock.at += 29_999;
    expect(await believe(signed)).toEqual(handler);
    clock.at += 1;
    expect(await believe(signed)).toBeUndefined();
    clock.at -= 30_000;
  });

  it.each([
    ['another path', { ...place, url: '/api/v1/candidates/8/taking?x=1' }],
    ['another query', { ...place, url: '/api/v1/candidates/7/taking?x=2' }],
    ['another method', { ...place, method: 'PUT' }],
  ])('is nobody when replayed to %s', async (_, request) => {
    expect(await believe(`${said}.${signature}`, request)).toBeUndefined();
  });

  it('is nobody when another person, role, unit or time is put in its place', async () => {
    for (const change of [{ id: 'li' }, { role: 'party-principal' }, { unit: null }, { until: Date.UTC(2099, 1) }]) {
      const statement = { ...(JSON.parse(Buffer.from(said, 'base64url').toString()) as object), ...change };
      expect(await believe(`${Buffer.from(JSON.stringify(statement)).toString('base64url')}.${signature}`)).toBeUndefined();
    }
  });

  it.each(['', '.', said, `${said}.`, `${said}.AAAA`, `.${signature}`, `${said}.${signature}.${signature}`])(
    'is nobody under a malformed signature: %#',
    async (text) => {
      expect(await believe(text)).toBeUndefined();
    },
  );

  it('is nobody when it does not say which unit', async () => {
    const { unit: _, ...unitless } = handler;
    expect(await believe(signatures.sign(unitless as Principal, place))).toBeUndefined();
  });

  it('is nobody when it was signed with another key, or came twice', async () => {
    const other = new PrincipalSignatures(Buffer.alloc(32, 2), clock).sign(handler, place);
    expect(await believe(other)).toBeUndefined();
    expect(await believe([`${said}.${signature}`, `${said}.${signature}`])).toBeUndefined();
  });
});
