import { anEvent, Door } from '#testing/door';
import { type StartedDoor, startDoor } from '#testing/door-on-postgres';
import { describeWith } from '#testing/services/local-services';
import { IngestGatewayModule } from '../ingest-gateway.module';

const PATH = '/api/v1/agencies/A-AUD/active';

describeWith(['postgres'], 'an agency that is switched off', () => {
  let started: StartedDoor;
  let agency: Door;
  beforeAll(async () => {
    started = await startDoor([IngestGatewayModule]);
  });
  beforeEach(async () => {
    await started.empty();
    agency = await started.door.admitted();
  });
  afterAll(async () => started?.close());

  const put = async (body: unknown, path = PATH) => started.door.asAdministrator('PUT', path, 'application/json', JSON.stringify(body));
  const knows = async (): Promise<number> => (await agency.post(anEvent('1'))).status;

  it('is shut out from its next request on, and let in again with the same key', async () => {
    expect(await knows()).toBe(202);
    const off = await put({ active: false });
    expect([off.status, off.body, await knows()]).toEqual([200, { code: 'A-AUD', active: false }, 403]);
    const told = await agency.post(anEvent('1'));
    expect(told.body).toMatchObject({ code: 'agency-shut-out', detail: expect.stringContaining('停用') });
    // Who does not hold the key is not told whether there is such an agency.
    const other = await new Door(started.door.url, `lq_${'0'.repeat(16)}_${'A'.repeat(43)}`).post(anEvent('1'));
    expect([other.status, other.body.code]).toEqual([401, 'agency-not-known']);
    const on = await put({ active: true });
    expect([on.status, on.body, await knows()]).toEqual([200, { code: 'A-AUD', active: true }, 202]);
  });

  it('is switched by a system administrator only', async () => {
    const headers = { 'content-type': 'application/json', 'liuqu-demo-principal': 'petition-clerk' };
    const answer = await started.door.call(PATH, { method: 'PUT', headers, body: '{"active":false}' });
    expect([answer.status, await knows()]).toEqual([403, 202]);
  });

  it.each([
    [{ active: 'no' }, PATH, 400, '/active'],
    [{}, PATH, 400, '/active'],
    [{ active: false }, '/api/v1/agencies/A-404/active', 404, undefined],
    [{ active: false }, '/api/v1/agencies/A%00/active', 404, undefined],
  ])('is not switched by %j at %s', async (body, path, status, pointer) => {
    const answer = await put(body, path);
    expect([answer.status, answer.headers.get('content-type'), answer.body.errors?.[0]?.pointer, await knows()]).toEqual([
      status,
      expect.stringContaining('application/problem+json'),
      pointer,
      202,
    ]);
  });
});
