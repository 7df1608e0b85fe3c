import { POST_HELD, SIGNAL_STATUS_CHANGED, SIGNAL_WITHDRAWN } from '#contracts/signals/follow-ups';
import { eventIdOf } from '#platform/event-id';
import { type Answer, anEvent, type Door } from '#testing/door';
import { type StartedDoor, startDoor } from '#testing/door-on-postgres';
import { describeWith } from '#testing/services/local-services';
import { IngestGatewayModule } from '../ingest-gateway.module';

const SOURCE = '/agency/A-AUD/main';
const ID_NUMBER = '99999919700101101X';
const UNKNOWN = 'unknown-outcome-retry-safely';

const statuses = (answer: Answer): unknown[] => (answer.body.items ?? []).map((item) => item.status);
const codes = (answer: Answer): unknown[] => (answer.body.items ?? []).map((item) => item.problem?.code ?? item.status);

describeWith(['postgres'], 'the door accepts events', () => {
  let started: StartedDoor;
  let audit: Door;

  beforeAll(async () => {
    started = await startDoor([IngestGatewayModule]);
    audit = await started.door.admitted();
  });
  beforeEach(async () => started.empty());
  afterAll(async () => started?.close());

  const acceptedReceipts = async (): Promise<number> => (await started.receipts()).filter(({ state }) => state === 'accepted').length;

  it('one event in structured mode: 202 with its receipt, after the log has it', async () => {
    const answer = await audit.post(anEvent('1', {}, { subject: { idNumber: ID_NUMBER, unitCode: 'U-001' }, correctionOf: '0' }));
    const id = eventIdOf(SOURCE, '1');
    expect([answer.status, answer.body]).toEqual([202, { id, state: 'accepted' }]);
    expect(answer.headers.get('location')).toBe(`/api/v1/receipts/${id}`);
    const [only, ...more] = await started.appended();
    expect(more).toEqual([]);
    expect([only?.topic, only?.key]).toEqual(['channel.organization.v1', `${SOURCE} M-2026-001`]);
    expect(only?.record).toMatchObject({ eventId: id, agency: 'A-AUD', authority: 'county', receivedOn: '2026-11-25', source: SOURCE });
    expect(only?.record.subject).toEqual({ unitCode: 'U-001', cadreToken: started.tokens.tokenOf(ID_NUMBER) });
    expect(only?.record.data).toMatchObject({ correctionOf: '0', severity: 2 });
    expect(only?.text).not.toContain(ID_NUMBER);
  });

  it('one event in binary mode, attributes percent-encoded in headers: the same receipt as in structured mode', async () => {
    const { data, ...attributes } = anEvent('一号');
    const headers = Object.entries(attributes)
      .filter(([name]) => name !== 'datacontenttype')
      .map(([name, value]) => [`ce-${name}`, encodeURI(String(value))]);
    const binary = await audit.send('application/json', JSON.stringify(data), Object.fromEntries(headers) as Record<string, string>);
    expect([binary.status, binary.body.id]).toEqual([202, eventIdOf(SOURCE, '一号')]);
    const structured = await audit.post(anEvent('一号'));
    expect([structured.status, structured.body.id]).toEqual([202, binary.body.id]);
    expect(await started.appended()).toHaveLength(1);
  });

  it('a batch: 207, each event with the status that it would get alone', async () => {
    await audit.post(anEvent('old'));
    const answer = await audit.postBatch([
      anEvent('new'),
      anEvent('old'),
      anEvent('old', {}, { severity: 4 }),
      anEvent('no-type', { type: 'liuqu.signal.unheard-of.v1' }),
      anEvent('foreign', { source: '/agency/A-ORG/main' }),
      anEvent('other-channel', { code: 'media-unverified-post' }),
      anEvent('future', {}, { occurredOn: '2026-11-26' }),
      anEvent('incomplete', {}, { verification: undefined }),
      anEvent('large', {}, { fields: { problem: '问'.repeat(30_000) } }),
      'not an event',
    ]);
    expect(answer.status).toBe(207);
    expect(statuses(answer)).toEqual([202, 202, 409, 422, 403, 403, 422, 400, 413, 400]);
    expect(answer.body.items?.[0]).toEqual({ index: 0, id: 'new', status: 202, receiptId: eventIdOf(SOURCE, 'new') });
    expect(answer.body.items?.[7]?.problem?.errors?.[0]?.pointer).toBe('/data/verification');
    expect(await started.appended()).toHaveLength(2);
    expect(await acceptedReceipts()).toBe(2);
  });

  it('two events of one request with one id in their order: the same once, another 409', async () => {
    const answer = await audit.postBatch([
      anEvent('1'),
      anEvent('1', {}, { severity: 4 }),
      anEvent('1'),
      anEvent('1', {}, { severity: 5 }),
    ]);
    expect(codes(answer)).toEqual([202, 'same-id-other-content', 202, 'same-id-other-content']);
    expect((await started.appended()).map(({ record }) => record.data['severity'])).toEqual([2]);
  });

  it('a thousand lines, read as they come, some of them bad', async () => {
    const lines = Array.from({ length: 1_000 }, (_, index) => {
      if (index % 100 === 50) return '{"specversion":';
      if (index === 700) return JSON.stringify(anEvent('long', {}, { reason: 'x'.repeat(70_000) }));
      return JSON.stringify(anEvent(`line-${index}`));
    });
    const answer = await audit.postLines([...lines, '', '  ']);
    expect(answer.status).toBe(207);
    expect(answer.body.items?.map((item) => item.index)).toEqual([...lines.keys()]);
    expect(statuses(answer).filter((status) => status === 400)).toHaveLength(10);
    expect(codes(answer)[700]).toBe('event-too-large');
    expect(await acceptedReceipts()).toBe(989);
    expect(await started.appended()).toHaveLength(989);
  });

  it('what is said later goes onto the first channel of the agency; posts only from organization', async () => {
    const hotline = await started.door.admitted({ code: 'A-HOT', channels: ['public'] });
    const about = (id: string, type: string, data: Record<string, unknown>) => ({
      ...anEvent(id, { type, source: '/agency/A-HOT/main' }),
      data,
    });
    const change = { of: { source: SOURCE, id: '1' }, status: 'refuted', decidedOn: '2026-11-20' };
    const held = { subject: { name: '陈示例' }, postCode: 'P-1', from: '2026-01-01' };
    const answer = await hotline.postBatch([
      about('c1', SIGNAL_STATUS_CHANGED, change),
      about('c2', SIGNAL_STATUS_CHANGED, { ...change, status: 'malicious' }),
      about('w', SIGNAL_WITHDRAWN, { id: '1', reason: '录入错误' }),
      about('p', POST_HELD, held),
    ]);
    expect(codes(answer)).toEqual([202, 'status-not-allowed', 202, 'channel-not-allowed']);
    expect((await started.appended()).map(({ topic }) => topic)).toEqual(['channel.public.v1', 'channel.public.v1']);
    const organization = await audit.post({ ...anEvent('p', { type: POST_HELD }), data: held });
    expect(organization.status).toBe(202);
  });

  it('a status that the agency may not give at first is refused', async () => {
    const careful = await started.door.admitted({ code: 'A-PET', channels: ['public'], statuses: ['unverified'] });
    const told = await careful.post(anEvent('1', { code: 'public-hotline-complaint', source: '/agency/A-PET/main' }));
    expect([told.status, told.body.code, told.body.errors?.[0]?.pointer]).toEqual([403, 'status-not-allowed', '/data/verification']);
  });

  it('the same event twenty times at once: one receipt, accepted', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, async () => audit.post(anEvent('1'))));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`))).toEqual(new Set([`202 ${eventIdOf(SOURCE, '1')}`]));
    expect(await started.receipts()).toEqual([{ event_id: eventIdOf(SOURCE, '1'), state: 'accepted' }]);
    expect(new Set((await started.appended()).map(({ text }) => text)).size).toBe(1);
  });

  it('overlapping batches at once, in opposite orders: every event once accepted', async () => {
    const events = Array.from({ length: 100 }, (_, index) => anEvent(`e-${index}`));
    const answers = await Promise.all([0, 1, 2, 3].map(async (turn) => audit.postBatch(turn % 2 === 0 ? events : events.toReversed())));
    expect(new Set(answers.flatMap(statuses))).toEqual(new Set([202]));
    expect(await acceptedReceipts()).toBe(100);
  });

  it('twenty contents under one id at once: one wins, the others are 409', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, async (_, index) => audit.post(anEvent('1', {}, { matter: `M-${index}` }))),
    );
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(19);
    expect(await started.appended()).toHaveLength(1);
  });

  describe.each([false, true])('when the log does not answer (and it had written: %s)', (written) => {
    beforeEach(() => {
      started.log.failures = 1;
      started.log.writesBeforeItFails = written;
    });
    afterEach(() => {
      started.log.failures = 0;
    });

    it('says so with the receipt id; the same event again is accepted, once', async () => {
      const lost = await audit.post(anEvent('1'));
      const id = eventIdOf(SOURCE, '1');
      expect([lost.status, lost.body.code, lost.body.receiptId, lost.body.retryable]).toEqual([503, UNKNOWN, id, true]);
      expect(Number(lost.headers.get('retry-after'))).toBeGreaterThan(0);
      expect((await audit.receipt(id)).body.state).toBe('pending');
      started.clock.at = new Date('2026-11-26T12:00:00+08:00');
      const again = await audit.post(anEvent('1'));
      started.clock.at = new Date('2026-11-25T12:00:00+08:00');
      expect([again.status, again.body.id]).toEqual([202, id]);
      const texts = (await started.appended()).map(({ text }) => text);
      expect([new Set(texts).size, texts.length]).toEqual([1, written ? 2 : 1]);
      expect((await audit.post(anEvent('1', {}, { severity: 5 }))).status).toBe(409);
    });

    it('tells it of each event of a batch on that topic', async () => {
      const mixed = await started.door.admitted({ code: 'A-DIS', channels: ['organization', 'self'] });
      const events = ['a', 'b', 'c'].map((id) => anEvent(id, { source: '/agency/A-DIS/main' }));
      const self = anEvent('d', { source: '/agency/A-DIS/main', code: 'self-personal-matters-late' });
      expect(codes(await mixed.postBatch([...events, self]))).toEqual([UNKNOWN, UNKNOWN, UNKNOWN, 202]);
      expect(statuses(await mixed.postBatch([...events, self]))).toEqual([202, 202, 202, 202]);
    });
  });

  it('is closed for persons and units that a higher level manages: nothing is stored', async () => {
    const list = `kind,value\nid-number,${ID_NUMBER}\nunit,U-900\n`;
    expect((await started.door.asAdministrator('PUT', '/api/v1/managed-higher', 'text/csv', list)).status).toBe(200);
    const person = await audit.post(anEvent('1', {}, { subject: { idNumber: ID_NUMBER } }));
    expect([person.status, person.body.code]).toEqual([403, 'managed-by-higher-level']);
    expect(person.body.detail).toContain('五个工作日');
    const batch = await audit.postBatch([
      anEvent('2', {}, { subject: { name: '陈示例', unitCode: 'U-900' } }),
      anEvent('2', {}, { subject: { name: '陈示例', unitCode: 'U-001' } }),
    ]);
    expect(codes(batch)).toEqual(['managed-by-higher-level', 202]);
    expect(await started.receipts()).toHaveLength(1);
    expect((await started.appended()).map(({ record }) => record.subject?.unitCode)).toEqual(['U-001']);
  });

  it('answers the receipt of what it accepted before the person was listed as managed higher, and takes nothing new', async () => {
    const sent = anEvent('1', {}, { subject: { idNumber: ID_NUMBER } });
    const before = await audit.post(sent);
    await started.door.asAdministrator('PUT', '/api/v1/managed-higher', 'text/csv', `kind,value\nid-number,${ID_NUMBER}\n`);
    const again = await audit.post(sent);
    expect([again.status, again.body]).toEqual([202, before.body]);
    expect((await audit.post(anEvent('1', {}, { subject: { idNumber: ID_NUMBER }, severity: 5 }))).status).toBe(409);
    expect((await audit.post(anEvent('2', {}, { subject: { idNumber: ID_NUMBER } }))).status).toBe(403);
    expect(await started.appended()).toHaveLength(1);
  });
});
