import { CATALOGUE, signalOfCode, signalOfType } from '#contracts/signals/catalogue';
import { REPORTER_KINDS } from '#contracts/signals/common';
import { CHANNELS } from '#contracts/topics';

describe('the catalogue of signals', () => {
  it('has two or three types of each of the six channels', () => {
    for (const channel of CHANNELS) {
      const types = CATALOGUE.filter((signal) => signal.channel === channel);
      expect([2, 3]).toContain(types.length);
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
    ['media-negative-report', ['media']],
    ['media-unverified-post', ['unknown']],
  ])('lets %s come from %j and from nobody else, so that the sender does not choose its grade', (code, kinds) => {
    const signal = signalOfCode(code);
    const taken = REPORTER_KINDS.filter((reporterKind) => signal?.data.safeParse({ ...signal.example, reporterKind }).success);
    expect(new Set(taken)).toEqual(new Set(kinds));
  });

  it('refuses a subject that names nobody', () => {
    const late = signalOfType('liuqu.signal.self-personal-matters-late.v1');
    const issues = late?.data.safeParse({ ...late.example, subject: { unitCode: 'U-001' } }).error?.issues ?? [];
    expect(issues.map((issue) => [issue.path.join('/'), issue.message])).toEqual([['subject/name', 'subject-needs-id-number-or-name']]);
  });
});
