import { CHANNELS } from '#contracts/topics';
import { anEvent, Door } from '#testing/door';
import { type StartedDoor, startDoor } from '#testing/door-on-postgres';
import { describeWith } from '#testing/services/local-services';
import { IngestGatewayModule } from '../ingest-gateway.module';

describeWith(['postgres'], 'an agency at the door', () => {
  let started: StartedDoor;
  beforeAll(async () => {
    started = await startDoor([IngestGatewayModule]);
  });
  beforeEach(async () => started.empty());
  afterAll(async () => started?.close());

  const ENTRY = {
    code: 'A-AUD',
    name: '示例审计局',
    systems: ['main'],
    channels: ['organization'],
    statuses: ['verified'],
    authority: 'county',
  };
  const admit = async (entry: unknown) =>
    started.door.asAdministrator('POST', '/api/v1/agencies', 'application/json', typeof entry === 'string' ? entry : JSON.stringify(entry));
  const keyOf = async (entry: unknown): Promise<string> => (await admit(entry)).body.key ?? '';
  const knows = async (key: string): Promise<number> => (await new Door(started.door.url, key).post(anEvent('1'))).status;

  it('is admitted by an administrator and gets a key of 256 bits, of which a hash is kept', async () => {
    const answer = await admit(ENTRY);
    expect([answer.status, answer.body]).toEqual([201, { code: 'A-AUD', key: expect.stringMatching(/^lq_[0-9a-f]{16}_[\w-]{43}$/) }]);
    const secret = answer.body.key?.split('_').slice(2).join('_') ?? '';
    const [row] = await started.database.query<{ row: string }>('SELECT agency::text AS row FROM gateway.agency');
    expect(row?.row).not.toContain(secret);
    expect(await knows(answer.body.key ?? '')).toBe(202);
  });

  it('is not known by a wrong key, another form of it, or none', async () => {
    const key = await keyOf(ENTRY);
    const wrong = [key.slice(0, -1) + (key.endsWith('A') ? 'B' : 'A'), key.replace('lq_', 'lq_f'), key.slice(0, -1), `${key}x`, 'x', ''];
    for (const other of wrong) expect(await knows(other)).toBe(401);
    const answer = await new Door(started.door.url, wrong[0]).post('{');
    expect([answer.status, answer.body.code, answer.headers.get('content-type')]).toEqual([
      401,
      'agency-not-known',
      expect.stringContaining('application/problem+json'),
    ]);
    expect((await started.door.receipt('00000000-0000-0000-0000-000000000000')).status).toBe(401);
    expect(await started.receipts()).toEqual([]);
  });

  it('has the units of which it may speak in each of its records, until its entry is replaced', async () => {
    const town = new Door(started.door.url, await keyOf({ ...ENTRY, units: ['U-001', ' U-002 '] }));
    await town.post(anEvent('1'));
    const whole = new Door(started.door.url, await keyOf(ENTRY));
    await whole.post(anEvent('2'));
    expect((await started.appended()).map(({ record }) => record.units)).toEqual([['U-001', 'U-002'], undefined]);
  });

  it('gets a new key when its entry is replaced; the old one and a former right stop at once', async () => {
    const first = await keyOf(ENTRY);
    expect(await knows(first)).toBe(202);
    const second = await keyOf({ ...ENTRY, channels: ['media'] });
    expect([await knows(first), await knows(second)]).toEqual([401, 403]);
  });

  it('is shut out within a second after somebody else switched it off', async () => {
    const key = await keyOf(ENTRY);
    expect(await knows(key)).toBe(202);
    await started.database.query('UPDATE gateway.agency SET active = false');
    started.clock.at = new Date(started.clock.at.getTime() + 1_000);
    expect(await knows(key)).toBe(403);
  });

  it('is not admitted by anybody else, nor with a wrong entry', async () => {
    const path = '/api/v1/agencies';
    const body = JSON.stringify(ENTRY);
    const headers = { 'content-type': 'application/json' };
    expect((await started.door.call(path, { method: 'POST', headers, body })).status).toBe(401);
    const asClerk = { ...headers, 'liuqu-demo-principal': 'petition-clerk' };
    expect((await started.door.call(path, { method: 'POST', headers: asClerk, body })).status).toBe(403);
    for (const [change, pointer, code] of [
      [{ code: 'a/b' }, '/code', 'field-malformed'],
      [{ channels: ['press'] }, '/channels/0', 'field-malformed'],
      [{ channels: [] }, '/channels', 'field-malformed'],
      [{ systems: ['a/b'] }, '/systems/0', 'field-malformed'],
      [{ authority: 'township' }, '/authority', 'field-malformed'],
      [{ units: [] }, '/units', 'field-malformed'],
      [{ units: ['U-001', 'U/1'] }, '/units/1', 'field-malformed'],
      [{ statuses: ['malicious'] }, '/statuses', 'malicious-needs-city-authority'],
      [{ statuses: ['malicious'], authority: 'unit' }, '/statuses', 'malicious-needs-city-authority'],
      [{ statuses: ['malicious'], authority: 'County' }, '/authority', 'field-malformed'],
    ] as const) {
      const { status, body: problem } = await admit({ ...ENTRY, ...change });
      expect([status, problem.errors?.[0]]).toEqual([400, expect.objectContaining({ pointer, code })]);
    }
    for (const authority of ['city', 'province', 'centre']) {
      expect((await admit({ ...ENTRY, statuses: ['malicious'], authority })).status).toBe(201);
    }
  });

  it('hears of each wrong place in its entry what may stand there', async () => {
    const { body } = await admit({ ...ENTRY, channels: ['press'], authority: 'township', rank: 1 });
    expect(body.errors).toEqual([
      { pointer: '/channels/0', code: 'field-malformed', detail: `此项只能填写：${CHANNELS.join('、')}。` },
      { pointer: '/authority', code: 'field-malformed', detail: '此项只能填写：unit、county、city、province、centre。' },
      { pointer: '/rank', code: 'field-not-known', detail: '没有这一项，请删除或核对拼写。' },
    ]);
    expect((await admit({ ...ENTRY, code: 'a/b' })).body.errors?.[0]?.detail).toBe(
      '此项格式不正确：只能用字母、数字和短横线，最多 32 个。',
    );
  });

  it("leaves other routes' JSON as it was", async () => {
    expect((await admit('{')).status).toBe(400);
    expect((await admit('{"__proto__":{"a":1}}')).status).toBe(400);
    expect((await admit('')).status).toBe(400);
  });
});
