import type { Principal, RequestHeaders } from '#access/principals';
import { DEMO_PRINCIPAL_HEADER, DemoPrincipals } from '#access/demo-principals';

describe('the demo principals', () => {
  const principals = new DemoPrincipals();
  const of = async (headers: RequestHeaders, ip: string): Promise<Principal | undefined> =>
    principals.of({ headers, ip, method: 'GET', url: '/api/v1/cadres' });

  it('are believed on loopback', async () => {
    expect((await of({ [DEMO_PRINCIPAL_HEADER]: 'handler' }, '127.0.0.1'))?.role).toBe('handler');
  });

  it('see everything, or the tree under the unit that is named', async () => {
    expect((await of({ [DEMO_PRINCIPAL_HEADER]: 'handler' }, '127.0.0.1'))?.unit).toBeNull();
    expect(await of({ [DEMO_PRINCIPAL_HEADER]: 'handler@U-1' }, '127.0.0.1')).toMatchObject({ role: 'handler', unit: 'U-1' });
    expect((await of({ [DEMO_PRINCIPAL_HEADER]: 'handler@' }, '127.0.0.1'))?.unit).toBe('');
  });

  it('are nobody from elsewhere, under an unknown role, or without the header', async () => {
    expect(await of({ [DEMO_PRINCIPAL_HEADER]: 'handler' }, '192.0.2.7')).toBeUndefined();
    expect(await of({ [DEMO_PRINCIPAL_HEADER]: 'party-principal-of-everything' }, '127.0.0.1')).toBeUndefined();
    expect(await of({}, '127.0.0.1')).toBeUndefined();
  });
});
