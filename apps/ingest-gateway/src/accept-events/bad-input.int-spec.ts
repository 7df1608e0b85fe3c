import { request } from 'node:http';
import { gzipSync } from 'node:zlib';
import { anEvent, type Answer, type Door, type Sent } from '#testing/door';
import { type StartedDoor, startDoor } from '#testing/door-on-postgres';
import { eventually } from '#testing/eventually';
import { describeWith } from '#testing/services/local-services';
import { IngestGatewayModule } from '../ingest-gateway.module';

const STRUCTURED = 'application/cloudevents+json';
const GOOD = JSON.stringify(anEvent('good'));
/** The text of a good event with something put into its `data`. */
const withData = (member: string): string => GOOD.replace('"data":{', `"data":{${member},`);
const repeat = (open: string, inside: string, close: string, times: number): string => open.repeat(times) + inside + close.repeat(times);

const MALFORMED: readonly (readonly [what: string, text: string, code: string])[] = [
  ['nothing but space', '   ', 'json-malformed'],
  ['an object that ends early', GOOD.slice(0, -1), 'json-malformed'],
  ['a text that does not end', `${GOOD.slice(0, -1)},"x":"`, 'json-malformed'],
  ['something after the event', `${GOOD} x`, 'json-malformed'],
  ['two events', GOOD + GOOD, 'json-malformed'],
  ['a comma too many', withData('"x":1,'), 'json-malformed'],
  ['a key without quotes', withData('x:1'), 'json-malformed'],
  ['single quotes', GOOD.replaceAll('"', "'"), 'json-malformed'],
  ['a comment', withData('/* */"x":1'), 'json-malformed'],
  ['NaN', withData('"x":NaN'), 'json-malformed'],
  ['a leading zero', withData('"x":01'), 'json-malformed'],
  ['a raw line feed in a text', withData('"x":"a\nb"'), 'json-malformed'],
  ['a raw NUL in a text', withData('"x":"a\0b"'), 'json-malformed'],
  ['brackets that do not match', '{"a":[1}', 'json-malformed'],
  ['a number', '7', 'event-malformed'],
  ['null', 'null', 'event-malformed'],
  ['a list', `[${GOOD}]`, 'event-malformed'],
  ['a key twice', withData('"severity":2'), 'key-repeated'],
  ['a key twice, once escaped', withData('"sever\\u0069ty":2'), 'key-repeated'],
  ['__proto__', withData('"__proto__":{"polluted":true}'), 'key-not-allowed'],
  ['__proto__, escaped', withData('"\\u005f_proto__":{"polluted":true}'), 'key-not-allowed'],
  ['constructor', withData('"constructor":{"prototype":{"polluted":true}}'), 'key-not-allowed'],
  ['an escaped NUL', withData('"x":"a\\u0000b"'), 'text-with-nul'],
  ['a lone surrogate', withData('"x":"\\ud800"'), 'text-not-whole'],
  ['a lone surrogate in a key', withData('"\\udc00":1'), 'text-not-whole'],
  ['an integer that would be rounded', withData('"x":9007199254740993'), 'number-not-exact'],
  ['a number beyond all numbers', withData('"x":1e999'), 'number-not-exact'],
  ['33 levels', withData(`"x":${repeat('[', '', ']', 31)}`), 'nested-too-deeply'],
  ['20,000 levels', withData(`"x":${repeat('[', '', ']', 20_000)}`), 'nested-too-deeply'],
  ['20,000 levels that do not close', '['.repeat(20_000), 'nested-too-deeply'],
  ['a type named like a property of every object', JSON.stringify(anEvent('1', { type: 'constructor' })), 'type-not-known'],
];

type Expected = readonly [status: number, pointer: string, code: string, words: string];

const NOT_VALID: readonly (readonly [what: string, event: Sent, expected: Expected])[] = [
  ['no id', anEvent('1', { id: undefined }), [400, '/id', 'field-missing', '事件编号']],
  ['a source of another form', anEvent('1', { source: 'audit' }), [400, '/source', 'source-malformed', '来源']],
  ['no dataschema', anEvent('1', { dataschema: undefined }), [400, '/dataschema', 'field-missing', '数据规范']],
  ['a time without a zone', anEvent('1', { time: '2026-11-02T09:00:00' }), [400, '/time', 'time-malformed', '事件时间']],
  ['a name in the attribute subject', anEvent('1', { subject: '陈示例' }), [400, '/subject', 'subject-must-stay-empty', '身份号码']],
  ['data that is a list', anEvent('1', { data: [] }), [400, '/data', 'field-wrong-type', '数据']],
  ['a day that does not exist', anEvent('1', {}, { occurredOn: '2026-02-30' }), [400, '/data/occurredOn', 'date-malformed', '发生日期']],
  ['nobody named', anEvent('1', {}, { subject: { post: '镇长' } }), [400, '/data/subject/name', 'subject-needs-id-number-or-name', '姓名']],
  [
    'a unit where a person is meant',
    anEvent('1', {}, { subject: { unitCode: 'U-001' } }),
    [400, '/data/subject', 'subject-must-be-a-person', '只反映干部个人'],
  ],
  ['an unknown field', anEvent('1', {}, { 'a/b~c': 1 }), [400, '/data/a~1b~0c', 'field-not-known', 'a/b~c']],
  ['an unknown own field', anEvent('1', {}, { fields: { colour: '红' } }), [400, '/data/fields/problem', 'field-missing', '问题']],
  ['a severity beyond the type', anEvent('1', {}, { severity: 9 }), [400, '/data/severity', 'number-too-large', '严重程度']],
  ['half a severity', anEvent('1', {}, { severity: 2.5 }), [400, '/data/severity', 'field-wrong-type', '整数']],
  ['an empty matter', anEvent('1', {}, { matter: ' ' }), [400, '/data/matter', 'field-empty', '事项编号']],
  ['a status of no signal', anEvent('1', {}, { verification: 'sure' }), [400, '/data/verification', 'value-not-allowed', 'plausible']],
  [
    'an ID number that is too short',
    anEvent('1', {}, { subject: { idNumber: '12' } }),
    [400, '/data/subject/idNumber', 'id-number-malformed', '18'],
  ],
  [
    'a wrong check digit',
    anEvent('1', {}, { subject: { idNumber: '999999197001011010' } }),
    [400, '/data/subject/idNumber', 'id-number-wrong', '校验位'],
  ],
  [
    'an ID number in a text',
    anEvent('1', {}, { fields: { problem: '与99999919700101101X有关', responsibility: '领导责任' } }),
    [400, '/data/fields/problem', 'id-number-outside-its-field', '栏'],
  ],
  [
    'an ID number as the matter',
    anEvent('1', {}, { matter: '号99999919700101101X' }),
    [400, '/data/matter', 'id-number-outside-its-field', '栏'],
  ],
  ['a future day', anEvent('1', {}, { occurredOn: '2026-11-26' }), [422, '/data/occurredOn', 'date-in-the-future', '发生日期']],
  ['a day before 2000', anEvent('1', {}, { reportedOn: '1999-12-31' }), [422, '/data/reportedOn', 'date-before-2000', '报告日期']],
  ['a future time', anEvent('1', { time: '2026-11-25T16:30:00Z' }), [422, '/time', 'date-in-the-future', '事件时间']],
  [
    'a future day among its own fields',
    anEvent('1', { code: 'self-personal-matters-late' }, { fields: { yearOrChange: '2026', due: '2027-01-31' } }),
    [403, '/type', 'channel-not-allowed', '个人有关事项逾期'],
  ],
  ['another source', anEvent('1', { source: '/agency/A-ORG/main' }), [403, '/source', 'source-mismatch', '来源']],
  ['another system', anEvent('1', { source: '/agency/A-AUD/other' }), [403, '/source', 'source-mismatch', '来源']],
  ['a reporter', anEvent('1', {}, { reporter: { name: '某人' } }), [400, '/data/reporter', 'reporter-not-taken-yet', '反映人']],
  ['a reporter as an attribute', anEvent('1', { reportername: '某人' }), [400, '/reportername', 'reporter-not-taken-yet', '反映人']],
  [
    'a reporter among its own fields',
    anEvent('1', {}, { fields: { 举报人电话: '1' } }),
    [400, '/data/fields/举报人电话', 'reporter-not-taken-yet', '反映人'],
  ],
];

describeWith(['postgres'], 'the door refuses bad input', () => {
  let started: StartedDoor;
  let audit: Door;

  beforeAll(async () => {
    started = await startDoor([IngestGatewayModule]);
    audit = await started.door.admitted();
  });
  afterEach(async () => started.empty());
  afterAll(async () => started?.close());

  const expectNothingStored = async (): Promise<void> => {
    expect(Reflect.has({}, 'polluted')).toBe(false);
    expect([await started.receipts(), await started.appended()]).toEqual([[], []]);
  };

  it.each(MALFORMED)('%s, alone', async (_, text, code) => {
    const { status, headers, body } = await audit.post(text);
    expect([body.code, body.detail]).toEqual([code, expect.stringMatching(/[一-龥]/)]);
    expect(status).toBe(code === 'type-not-known' ? 422 : 400);
    expect(headers.get('content-type')).toContain('application/problem+json');
    await expectNothingStored();
  });

  it.each(MALFORMED)('%s, in a batch', async (_, text, code) => {
    const answer = await audit.send('application/cloudevents-batch+json', `[${GOOD},${text}]`);
    const spoilt = code === 'json-malformed' || (code === 'nested-too-deeply' && text.endsWith('['));
    if (!spoilt || answer.status === 207) {
      expect([answer.status, answer.body.items?.[0]?.status, answer.body.items?.[1]?.problem?.code]).toEqual([207, 202, code]);
      return;
    }
    expect([answer.status, answer.body.code]).toEqual([400, 'json-malformed']);
    await expectNothingStored();
  });

  it.each(MALFORMED.filter(([, text]) => !text.includes('\n') && text.trim() !== ''))('%s, on a line', async (_, text, code) => {
    const answer = await audit.postLines([text, GOOD]);
    expect([answer.status, answer.body.items?.[0]?.problem?.code, answer.body.items?.[1]?.status]).toEqual([207, code, 202]);
  });

  it.each(NOT_VALID)('%s', async (_, event, [status, pointer, code, words]) => {
    const answer = await audit.post(event);
    expect(answer.status).toBe(status);
    const place = answer.body.errors?.find((error) => error.pointer === pointer);
    expect([place?.code, place?.detail]).toEqual([code, expect.stringContaining(words)]);
    await expectNothingStored();
  });

  it('names every wrong place of an event at once', async () => {
    const answer = await audit.post(anEvent('1', {}, { severity: 9, verification: 'x', fields: { problem: '', responsibility: '无' } }));
    expect([answer.status, answer.body.code]).toEqual([400, 'event-malformed']);
    expect(answer.body.errors?.map(({ pointer }) => pointer)).toEqual(
      expect.arrayContaining(['/data/verification', '/data/severity', '/data/fields/problem', '/data/fields/responsibility']),
    );
  });

  it('what is too large: one event, a request, a batch', async () => {
    const large = anEvent('1', {}, { matter: 'x'.repeat(64 * 1024) });
    const codeOf = ({ status, body }: Answer): unknown[] => [status, body.code];
    expect(codeOf(await audit.post(large))).toEqual([413, 'event-too-large']);
    expect(codeOf(await audit.post(`"${'x'.repeat(10_000_000)}"`))).toEqual([413, 'too-large']);
    const keys = Array.from({ length: 300_000 }, (_, key) => `"k${key}":1`).join();
    expect(codeOf(await audit.post(`{${keys}}`))).toEqual([413, 'event-too-large']);
    expect(codeOf(await audit.postBatch(Array.from({ length: 501 }, () => anEvent('1'))))).toEqual([413, 'batch-too-long']);
    expect(codeOf(await audit.send('application/x-ndjson', 'x'.repeat(5 * 1024 * 1024 + 1)))).toEqual([413, 'request-too-large']);
    await expectNothingStored();
  });

  it('bytes that are not UTF-8, or that are compressed, or of another kind, or none', async () => {
    const gbk = Buffer.concat([Buffer.from(GOOD.slice(0, -1)), Buffer.from(',"x":"'), Buffer.of(0xb3, 0xc2), Buffer.from('"}')]);
    const codeOf = ({ status, body }: Answer): unknown[] => [status, body.code];
    expect(codeOf(await audit.send(STRUCTURED, gbk))).toEqual([400, 'not-utf-8']);
    expect(codeOf(await audit.send(STRUCTURED, gzipSync(GOOD), { 'content-encoding': 'gzip' }))).toEqual([
      415,
      'content-encoding-not-known',
    ]);
    expect(codeOf(await audit.send('application/xml', '<a/>'))).toEqual([415, 'media-type-not-known']);
    expect(codeOf(await audit.send('text/plain', GOOD))).toEqual([415, 'media-type-not-known']);
    expect(codeOf(await audit.send('application/x-www-form-urlencoded', '__proto__=1'))).toEqual([400, 'malformed-request']);
    expect(codeOf(await audit.send(STRUCTURED, ''))).toEqual([400, 'body-empty']);
    expect(codeOf(await audit.send('application/json', GOOD))).toEqual([400, 'not-a-cloud-event']);
    expect(codeOf(await audit.send('application/cloudevents-batch+json', GOOD))).toEqual([400, 'batch-not-a-list']);
    expect((await audit.send('application/cloudevents-batch+json', '[]')).body.items).toEqual([]);
    await expectNothingStored();
  });

  it('a repeated attribute header, a broken percent sign, raw Chinese in a header', async () => {
    const attributes = { 'ce-specversion': '1.0', 'ce-type': 'x', 'ce-source': '/agency/A-AUD/main', 'ce-time': '2026-11-02T09:00:00Z' };
    const codeFor = async (id: string | string[]): Promise<unknown> =>
      new Promise((resolve, reject) => {
        const headers = {
          ...attributes,
          'ce-id': id,
          'content-type': 'application/json',
          authorization: audit.authorization()['authorization'],
        };
        const asked = request(`${started.door.url}/api/v1/events`, { method: 'POST', headers }, (answer) => {
          void answer
            .setEncoding('utf8')
            .toArray()
            .then((parts: string[]) => resolve((JSON.parse(parts.join('')) as { code: string }).code), reject);
        });
        asked.on('error', reject).end('{}');
      });
    expect(await codeFor(['1', '2'])).toBe('attribute-repeated');
    expect(await codeFor('%ff')).toBe('attribute-not-encoded');
    expect(await codeFor(Buffer.from('一').toString('latin1'))).toBe('attribute-not-encoded');
    expect(await codeFor('%00')).toBe('text-with-nul');
  });

  it('a stream of unknown length beyond 5 MiB: what came before is judged, the last item says where it ended', async () => {
    const headers = { 'content-type': 'application/x-ndjson', authorization: audit.authorization()['authorization'] };
    const lines = [GOOD, ...Array.from({ length: 6_000 }, () => `"${'x'.repeat(1_000)}"`)];
    const answer = await new Promise<Answer['body']>((resolve, reject) => {
      const asked = request(`${started.door.url}/api/v1/events`, { method: 'POST', headers }, (told) => {
        void told
          .setEncoding('utf8')
          .toArray()
          .then((parts: string[]) => resolve(JSON.parse(parts.join('')) as Answer['body']), reject);
      });
      asked.on('error', reject);
      for (const line of lines) asked.write(`${line}\n`);
      asked.end();
    });
    const items = answer.items ?? [];
    expect([items[0]?.status, items[1]?.problem?.code, items.at(-1)?.problem?.code]).toEqual([202, 'event-malformed', 'request-too-large']);
    expect(items.length).toBeLessThan(lines.length);
  });

  it('a stream that breaks off in the middle of a line: whole lines are kept, the rest is not', async () => {
    const headers = { 'content-type': 'application/x-ndjson', authorization: audit.authorization()['authorization'] };
    const asked = request(`${started.door.url}/api/v1/events`, { method: 'POST', headers });
    asked.on('error', () => undefined);
    const lines = Array.from({ length: 250 }, (_, index) => JSON.stringify(anEvent(`s-${index}`)));
    asked.write(`${lines.join('\n')}\n{"specversion":"1.0"`);
    await eventually(async () => expect(await started.receipts()).toHaveLength(200));
    asked.destroy();
    expect((await audit.post(anEvent('after'))).status).toBe(202);
    expect(await started.receipts()).toHaveLength(201);
  });
});
