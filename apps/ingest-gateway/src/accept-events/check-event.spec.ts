import * as fc from 'fast-check';
import { CATALOGUE, signalOfCode } from '#contracts/signals/catalogue';
import { STATUSES } from '#contracts/signals/common';
import { FOLLOW_UPS, POST_HELD, POST_LEFT, SIGNAL_STATUS_CHANGED, SIGNAL_WITHDRAWN } from '#contracts/signals/follow-ups';
import { CHANNELS } from '#contracts/topics';
import { Problem } from '#platform/http/problem';
import { brokenDataOf } from '#testing/broken-signals';
import { anEvent, type Sent } from '#testing/door';
import { CadreTokens } from '#vault/cadre-token';
import { daysIn } from './check-days';
import { EventCheck } from './check-event';
import type { CheckedEvent } from './checked-event';

const TODAY = '2026-11-25';
const agency = {
  code: 'A-AUD',
  systems: ['main', 'second'],
  channels: CHANNELS,
  statuses: ['verified', 'refuted'],
  authority: 'county' as const,
};
/** May give every status, that of a false accusation too. */
const cityAgency = { ...agency, statuses: STATUSES, authority: 'city' as const };
const check = new EventCheck(new CadreTokens(Buffer.alloc(32, 1)));
const checked = (event: unknown): CheckedEvent => check.check(event, agency, TODAY);

function problemOf(event: unknown): Problem {
  try {
    checked(event);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('it was let through');
}

function fateOf(event: unknown): number | 'let through' {
  try {
    checked(event);
    return 'let through';
  } catch (error) {
    if (error instanceof Problem) return error.status;
    throw error;
  }
}

const placeOf = (event: unknown): unknown[] => {
  const { status, errors } = problemOf(event);
  return [status, errors[0]?.pointer, errors[0]?.code];
};

describe('an event at the door', () => {
  it.each(CATALOGUE.map(({ code }) => code))('of type %s passes as its example is written', (code) => {
    const { topic, record } = check.check(anEvent('1', { code }), cityAgency, TODAY);
    expect([topic, record.channel]).toEqual([`channel.${signalOfCode(code)?.channel}.v1`, signalOfCode(code)?.channel]);
    expect(record.data).not.toHaveProperty('subject');
  });

  it('about a unit passes with the code alone, and where the team is meant a person is refused', () => {
    const about = (code: string, subject: Sent): Sent => anEvent('1', { code }, { subject });
    expect(checked(about('superior-inspection-finding', { unitCode: 'U-001' })).record.subject).toEqual({ unitCode: 'U-001' });
    const refused = about('team-duty-imbalance', { name: '陈示例', unitCode: 'U-001' });
    expect(placeOf(refused)).toEqual([400, '/data/subject', 'subject-must-be-a-unit']);
    expect(problemOf(refused).detail).toContain('只填写单位代码');
  });

  it.each(CATALOGUE.map(({ code }) => code))('of type %s is refused at the place where it is broken, in Chinese', (code) => {
    const { data, pointer } = brokenDataOf(code);
    const { status, errors } = problemOf(anEvent('1', { code, data }));
    expect([status, errors.map((place) => place.pointer)]).toEqual([400, [`/data${pointer}`]]);
    expect(errors[0]?.detail).toMatch(/^\P{ASCII}.*。$/u);
  });

  it('of any shape is judged, never an error', () => {
    const broken = fc.record(
      {
        data: fc.anything(),
        id: fc.anything(),
        type: fc.constantFrom('constructor', '__proto__', 'toString', anEvent('1')['type']),
        time: fc.anything(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.jsonValue(),
          broken.map((change) => ({ ...anEvent('1'), ...change })),
        ),
        (event) => {
          expect([400, 403, 422, 'let through']).toContain(fateOf(event));
        },
      ),
    );
  });

  it('is refused for every field of its example that is missing or of another kind', () => {
    const { data } = anEvent('1') as { data: Sent };
    for (const field of ['subject', 'verification', 'reporterKind', 'severity', 'fields']) {
      expect(placeOf(anEvent('1', { data: { ...data, [field]: undefined } }))).toEqual([400, `/data/${field}`, 'field-missing']);
      expect(placeOf(anEvent('1', { data: { ...data, [field]: [] } }))[1]).toBe(`/data/${field}`);
    }
  });

  it('has one content however it is written, and another when anything that counts differs', () => {
    const event = anEvent('1');
    const turned = Object.fromEntries(Object.entries(event).toReversed());
    const hash = checked(event).contentHash;
    expect(checked(turned).contentHash).toEqual(hash);
    expect(checked({ ...event, traceparent: '00-1' }).contentHash).toEqual(hash);
    for (const other of [
      anEvent('1', { time: '2026-11-02T01:00:00Z' }),
      anEvent('1', { dataschema: 's' }),
      anEvent('1', {}, { matter: 'M' }),
    ]) {
      expect(checked(other).contentHash).not.toEqual(hash);
    }
    expect(new EventCheck(new CadreTokens(Buffer.alloc(32, 2))).check(event, agency, TODAY).contentHash).not.toEqual(hash);
  });

  it('has one identity in one source', () => {
    const { eventId } = checked(anEvent('1'));
    expect(checked(anEvent('1', {}, { severity: 4 })).eventId).toBe(eventId);
    expect(checked(anEvent('1', { source: '/agency/A-AUD/second' })).eventId).not.toBe(eventId);
  });

  it('goes by source and matter; without a matter it is its own', () => {
    const source = '/agency/A-AUD/main';
    expect(checked(anEvent('1', {}, { matter: ' M-1 ' })).key).toBe(`${source} M-1`);
    expect(checked(anEvent('1', {}, { matter: undefined })).key).toBe(`${source} 1`);
    const keyOf = (type: string, data: Sent): string => checked({ ...anEvent('9', { type }), data }).key;
    expect(keyOf(SIGNAL_STATUS_CHANGED, { of: { source: '/agency/X/y', id: '1' }, status: 'refuted', decidedOn: TODAY })).toBe(
      '/agency/X/y 1',
    );
    expect(keyOf(SIGNAL_WITHDRAWN, { id: '1', reason: '重复' })).toBe(`${source} 1`);
    expect(keyOf(POST_HELD, { subject: { name: '陈示例' }, postCode: 'P-1', from: TODAY })).toBe(`${source} P-1`);
    expect(keyOf(POST_LEFT, { subject: { name: '陈示例' }, postCode: 'P-1', on: TODAY })).toBe(`${source} P-1`);
  });
});

describe('a change of grade', () => {
  const regraded = (source: string): Sent =>
    anEvent('1', { type: SIGNAL_STATUS_CHANGED, data: { of: { source, id: '7' }, grade: 'A', decidedOn: '2026-11-20' } });

  it.each(['/agency/A-AUD/second', '/agency/A-AUDITORS/main'])('of a signal of %s is not for an agency to make', (source) => {
    expect(placeOf(regraded(source))).toEqual([403, '/data/grade', 'grade-not-the-senders']);
  });
});

describe('a signal that sets the status of another', () => {
  const types = CATALOGUE.flatMap((signal) => (signal.effect === 'status-setting' ? [[signal.code, signal.sets] as const] : []));

  it('makes an accusation malicious or a rumour refuted', () => {
    expect(Object.fromEntries(types)).toEqual({ 'public-false-accusation': 'malicious', 'media-rumour-refuted': 'refuted' });
  });

  it.each(types)('%s is refused from an agency that may not give the status %s', (code, status) => {
    const statuses = STATUSES.filter((other) => other !== status);
    const refused = (): CheckedEvent => check.check(anEvent('1', { code }), { ...cityAgency, statuses }, TODAY);
    expect(refused).toThrow(expect.objectContaining({ status: 403, code: 'status-not-allowed' }) as Error);
  });

  it.each(types)('%s names no person and goes with the signal that it names', (code) => {
    const { record, key } = check.check(anEvent('1', { code }), cityAgency, TODAY);
    expect(record.subject).toBeUndefined();
    expect(key).toBe('/agency/A-ORG/cadre 2026-0001');
    expect(placeOf(anEvent('1', { code }, { subject: { name: '陈示例' } }))).toEqual([400, '/data/subject', 'field-not-known']);
  });
});

describe('the days of an event', () => {
  const daysOf = (code: string): string[] =>
    daysIn(signalOfCode(code)?.data ?? FOLLOW_UPS[SIGNAL_WITHDRAWN] ?? failed()).past.map((path) => path.join('.'));
  const failed = (): never => {
    throw new Error('no schema');
  };

  it('are found in its contract, own fields included', () => {
    const common = ['data.occurredOn', 'data.periodFrom', 'data.periodTo', 'data.reportedOn'];
    expect(daysOf('self-personal-matters-late')).toEqual([...common, 'data.fields.due']);
    expect(daysOf('team-collective-decision-bypassed')).toEqual([...common, 'data.fields.date']);
  });

  it.each(['2000-01-01', TODAY])('may be %s', (day) => {
    expect(checked(anEvent('1', { time: `${day}T00:00:00+08:00` }, { occurredOn: day })).record.data['occurredOn']).toBe(day);
  });

  it.each([
    ['1999-12-31', 'date-before-2000'],
    ['0000-01-01', 'date-before-2000'],
    ['2026-11-26', 'date-in-the-future'],
    ['9999-12-31', 'date-in-the-future'],
  ])('may not be %s', (day, code) => {
    for (const field of ['occurredOn', 'periodFrom', 'periodTo', 'reportedOn']) {
      expect(placeOf(anEvent('1', {}, { [field]: day }))).toEqual([422, `/data/${field}`, code]);
    }
    expect(placeOf({ ...anEvent('1', { type: POST_LEFT }), data: { subject: { name: '陈示例' }, postCode: 'P', on: day } })).toEqual([
      422,
      '/data/on',
      code,
    ]);
    expect(placeOf(anEvent('1', { time: `${day}T12:00:00+08:00` }))).toEqual([422, '/time', code]);
  });

  it('may lie ahead where an effect ends, and not by more than twenty years', () => {
    const until = (expiry: string): unknown => anEvent('1', { code: 'superior-admonition' }, { fields: { ground: 3, expiry } });
    expect(checked(until('2046-11-25'))).toBeDefined();
    expect(placeOf(until('2046-11-26'))).toEqual([422, '/data/fields/expiry', 'date-too-far-ahead']);
    expect(placeOf(until('1999-12-31'))).toEqual([422, '/data/fields/expiry', 'date-before-2000']);
    expect(problemOf(until('9999-12-31')).detail).toBe('「影响期届满日期」晚于接收日 2026-11-25 20 年以上，请核对年份。');
  });

  it('may begin and end a period on one day, and not end it before it begins', () => {
    const over = (periodFrom: string, periodTo: string): unknown => anEvent('1', {}, { periodFrom, periodTo });
    expect(checked(over('2026-03-01', '2026-03-01'))).toBeDefined();
    expect(placeOf(over('2026-03-02', '2026-03-01'))).toEqual([422, '/data/periodFrom', 'period-reversed']);
    expect(problemOf(over('2026-03-02', '2026-03-01')).detail).toBe('「起始日期」晚于「截止日期」，请核对。');
  });

  it('of an instant are those of Asia/Shanghai', () => {
    expect(checked(anEvent('1', { time: `${TODAY}T15:59:59Z` }))).toBeDefined();
    expect(placeOf(anEvent('1', { time: `${TODAY}T16:00:00Z` }))).toEqual([422, '/time', 'date-in-the-future']);
    expect(checked(anEvent('1', { time: '1999-12-31T16:00:00Z' }))).toBeDefined();
  });
});

describe('who reported', () => {
  it.each(['reporter', 'reporterName', 'Reporter_Phone', 'informant', 'whistleblower', 'petitionerId', '举报人', '反映人姓名'])(
    'is not taken as %s',
    (key) => {
      const answer = [400, 'reporter-not-taken-yet'];
      for (const event of [anEvent('1', { [key]: '某人' }), anEvent('1', {}, { [key]: {} }), anEvent('1', {}, { fields: { [key]: 1 } })]) {
        const { status, code, ...rest } = problemOf(event);
        expect([status, code]).toEqual(answer);
        expect(JSON.stringify(rest)).not.toContain('某人');
      }
    },
  );

  it('is not told by the kind of reporter, which is taken only where it belongs', () => {
    expect(checked(anEvent('1', { code: 'public-accusation-anonymous' }))).toBeDefined();
    expect(problemOf(anEvent('1', { reporterkind: 'anonymous' })).code).toBe('reporter-not-taken-yet');
  });
});

describe('an ID number', () => {
  const ID_NUMBER = '99999919700101101X';

  it('becomes a token and stands in no text of what is appended', () => {
    const { record } = checked(anEvent('1', {}, { subject: { idNumber: ID_NUMBER, name: '陈示例' } }));
    expect(record.subject).toEqual({ name: '陈示例', cadreToken: expect.stringMatching(/^[\w-]{43}$/) as string });
    expect(JSON.stringify(record)).not.toContain('9999991970');
  });

  it.each([
    [{ id: `x-${ID_NUMBER}` }, {}, '/id'],
    [{}, { matter: `件${ID_NUMBER.toLowerCase()}号` }, '/data/matter'],
    [{}, { subject: { name: `陈${ID_NUMBER}` } }, '/data/subject/name'],
    [{}, { fields: { problem: `与${ID_NUMBER}有关`, responsibility: '领导责任' } }, '/data/fields/problem'],
  ])('is refused elsewhere: %j %j', (changes, data, pointer) => {
    expect(placeOf(anEvent('1', changes, data))).toEqual([400, pointer, 'id-number-outside-its-field']);
  });

  it('is not seen in other numbers', () => {
    for (const matter of ['202604270001234567', '1'.repeat(40), `1${ID_NUMBER}`, '999999197001011010']) {
      expect(checked(anEvent('1', {}, { matter }))).toBeDefined();
    }
  });
});
