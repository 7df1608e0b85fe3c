import { type StartedDoor, startDoor } from '#testing/door-on-postgres';
import { describeWith } from '#testing/services/local-services';
import { IngestGatewayModule } from '../ingest-gateway.module';

const PATH = '/api/v1/managed-higher';
const ID_NUMBER = '99999919700101101X';

describeWith(['postgres'], 'the list of who is managed by a higher level', () => {
  let started: StartedDoor;
  beforeAll(async () => {
    started = await startDoor([IngestGatewayModule]);
  });
  beforeEach(async () => started.empty());
  afterAll(async () => started?.close());

  const put = async (text: string, type = 'text/csv') => started.door.asAdministrator('PUT', PATH, type, text);
  const kept = async (): Promise<unknown[]> =>
    started.database.query('SELECT kind, value FROM gateway.managed_higher ORDER BY kind, value');

  it('is replaced as a whole; of an ID number only the token is kept', async () => {
    await put('kind,value\nunit,U-1\nunit,U-2');
    const answer = await put(`\uFEFFkind,value\r\nid-number,${ID_NUMBER}\r\n\r\nunit,U-2\r\nunit,U-2\r\n`, 'text/csv; charset=utf-8');
    expect([answer.status, answer.body]).toEqual([200, { read: 3 }]);
    expect(await kept()).toEqual([
      { kind: 'token', value: started.tokens.tokenOf(ID_NUMBER) },
      { kind: 'unit', value: 'U-2' },
    ]);
  });

  it.each([
    ['another heading', 'code\nU-1', 'columns-not-known'],
    ['nothing', '', 'columns-not-known'],
    ['a wrong check digit', 'kind,value\nid-number,999999197001011010', 'list-malformed'],
    ['another kind', 'kind,value\nperson,1', 'list-malformed'],
    ['a third column', 'kind,value\nunit,U-1,x', 'list-malformed'],
    ['a quote that does not end', 'kind,value\nunit,"U-1', 'csv-malformed'],
  ])('stays as it was when the new one has %s', async (_, text, code) => {
    await put('kind,value\nunit,U-1');
    const answer = await put(text);
    expect([answer.status, answer.body.code]).toEqual([400, code]);
    expect(JSON.stringify(answer.body)).not.toContain('999999197001011010');
    expect(await kept()).toEqual([{ kind: 'unit', value: 'U-1' }]);
  });

  it('is kept by an administrator only', async () => {
    const answer = await started.door.call(PATH, { method: 'PUT', headers: { 'content-type': 'text/csv' }, body: 'kind,value' });
    expect(answer.status).toBe(401);
    expect((await put('{}', 'application/json')).status).toBe(415);
  });
});
