import { CATALOGUE, signalOfCode, signalOfType } from '#contracts/signals/catalogue';
import { REPORTER_KINDS } from '#contracts/signals/common';
import { CHANNELS } from '#contracts/topics';
import { BREAKS, brokenDataOf } from '#testing/broken-signals';

describe('the catalogue of signals', () => {
  it('has as many types of each of the six channels as the table of the domain, each once', () => {
    const counted = CHANNELS.map((channel) => [channel, CATALOGUE.filter((signal) => signal.channel === channel).length]);
    expect(Object.fromEntries(counted)).toEqual({ self: 13, team: 12, superior: 11, organization: 21, public: 15, media: 9 });
    expect(new Set(CATALOGUE.map(({ code }) => code)).size).toBe(81);
  });

  it('says of each type in words what it is, who sends it and on what ground', () => {
    const texts = CATALOGUE.flatMap(({ code, label, emitter, basis, fields }) =>
      [label, emitter, basis, ...Object.values(fields).map((field) => field.label)].map((text) => [code, text] as const),
    );
    expect(texts.filter(([, text]) => text.trim() !== text || text === '')).toEqual([]);
    expect(CATALOGUE.filter(({ label }) => !/\p{Script=Han}/u.test(label))).toEqual([]);
  });

  it('has a range of severity for what counts, none for what only acts on others, and no gap in one', () => {
    for (const { code, effect, severities } of CATALOGUE) {
      const actsOnOthers = effect === 'mitigating' || effect === 'status-setting';
      expect([code, severities.length === 0]).toEqual([code, actsOnOthers]);
      expect([code, severities.map((severity, at) => severity - at)]).toEqual([code, severities.map(() => severities[0])]);
    }
  });

  it.each(CATALOGUE.map((signal) => [signal.code, signal] as const))('takes the example of %s', (_code, signal) => {
    expect(signal.data.safeParse(signal.example).error?.issues).toBeUndefined();
    expect(signalOfType(signal.type)).toBe(signal);
  });

  it.each(CATALOGUE.map((signal) => [signal.code, signal] as const))(
    'refuses %s with a field that its contract does not know',
    (_code, signal) => {
      const fields = { ...(signal.example['fields'] as object), hobby: '钓鱼' };
      const issues = signal.data.safeParse({ ...signal.example, fields }).error?.issues ?? [];
      expect(issues.map((issue) => [issue.code, issue.path.join('/')])).toEqual([['unrecognized_keys', 'fields']]);
    },
  );

  it.each(CATALOGUE.map((signal) => [signal.code, signal] as const))(
    'refuses the broken example of %s where it is broken',
    (code, signal) => {
      const { data, pointer } = brokenDataOf(code);
      expect(signal.data.safeParse(data).error?.issues.map(({ path }) => `/${path.join('/')}`)).toEqual([pointer]);
    },
  );

  it('is broken once for each type and for no other', () => {
    expect(Object.keys(BREAKS).toSorted()).toEqual(CATALOGUE.map(({ code }) => code).toSorted());
  });

  it('refuses a severity outside the range of the type', () => {
    const late = signalOfType('liuqu.signal.self-personal-matters-late.v1');
    const issues = late?.data.safeParse({ ...late.example, severity: 5 }).error?.issues ?? [];
    expect(issues.map((issue) => issue.path.join('/'))).toEqual(['severity']);
  });

  it.each([
    ['org-audit-exit-finding', ['agency-finding', 'agency-report', 'unknown']],
    ['team-leader-spoke-first', ['agency-finding', 'agency-report', 'unknown']],
    ['public-accusation-real-name', ['real-name']],
    ['public-accusation-anonymous', ['anonymous']],
    ['public-hotline-complaint', ['unknown', 'real-name']],
    ['public-petition-leak', ['agency-finding', 'agency-report']],
    ['public-supervisor-report', ['real-name']],
    ['public-false-accusation', ['agency-finding']],
    ['media-negative-report', ['media']],
    ['media-case-exposed', ['agency-finding', 'agency-report']],
    ['media-unverified-post', ['unknown']],
  ])('lets %s come from %j and from nobody else, so that the sender does not choose its grade', (code, kinds) => {
    const signal = signalOfCode(code);
    const taken = REPORTER_KINDS.filter((reporterKind) => signal?.data.safeParse({ ...signal.example, reporterKind }).success);
    expect(new Set(taken)).toEqual(new Set(kinds));
  });

  it('refuses a subject that names nobody', () => {
    const late = signalOfType('liuqu.signal.self-personal-matters-late.v1');
    const issues = late?.data.safeParse({ ...late.example, subject: { post: '镇长', unitCode: 'U-001' } }).error?.issues ?? [];
    expect(issues.map((issue) => [issue.path.join('/'), issue.message])).toEqual([['subject/name', 'subject-needs-id-number-or-name']]);
  });

  const PERSON = { name: '陈示例', unitCode: 'U-001' };
  const UNIT = { unitCode: 'U-001' };

  it('says of each type whom it can be about, and takes a subject of that kind and no other', () => {
    for (const { code, about, data, example, effect } of CATALOGUE) {
      const taken = (subject: unknown): boolean => data.safeParse({ ...example, subject }).success;
      expect([code, about.length === 0]).toEqual([code, effect === 'status-setting']);
      expect([code, taken(PERSON), taken(UNIT)]).toEqual([code, about.includes('person'), about.includes('unit')]);
    }
  });

  it.each([
    ['self-personal-matters-late', UNIT, ['subject', 'subject-must-be-a-person']],
    ['team-rules-of-procedure-missing', PERSON, ['subject', 'subject-must-be-a-unit']],
    ['team-rules-of-procedure-missing', { unitCode: 'U-001', post: '镇长' }, ['subject', 'subject-must-be-a-unit']],
    ['superior-inspection-finding', { unitCode: 'U-001', post: '镇长' }, ['subject/name', 'subject-needs-id-number-or-name']],
    ['superior-inspection-finding', {}, ['subject/name', 'subject-needs-id-number-or-name']],
  ])('refuses %s about %j where and why', (code, subject, expected) => {
    const signal = signalOfCode(code);
    const issues = signal?.data.safeParse({ ...signal.example, subject }).error?.issues ?? [];
    expect(issues.map((issue) => [issue.path.join('/'), issue.message])).toEqual([expected]);
  });

  it('is about the team where its own order is amiss', () => {
    expect(CATALOGUE.filter(({ about }) => !about.includes('person') && about.includes('unit')).map(({ code }) => code)).toEqual([
      'team-rules-of-procedure-missing',
      'team-democratic-life-defect',
      'team-duty-imbalance',
    ]);
  });
});
