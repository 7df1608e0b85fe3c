import { isSensitive, PERMISSIONS } from '#access/permissions';
import { CASE_READERS, ROLES } from '#access/principals';
import { PURPOSES, purposesFor } from '#access/purposes';
import { toldPurpose } from '#access/told-purpose';

const TASK = '3f2b8c1e-0000-4000-8000-000000000000';
const REASON = encodeURIComponent('群众反映后核对');
const handler = { role: 'handler' } as const;

describe('the purposes of reading about a person', () => {
  it('are there for everybody who reads about cadres, and for nobody else', () => {
    for (const role of ROLES) expect([role, purposesFor(role).length > 0]).toEqual([role, CASE_READERS.includes(role)]);
    expect(new Set(PURPOSES.map(({ code }) => code)).size).toBe(PURPOSES.length);
  });

  it('are asked for at every read of one thing by people, of whatever path, and at no list, act or agency’s receipt', () => {
    expect(Object.keys(PERMISSIONS).filter(isSensitive)).toEqual(
      expect.arrayContaining(['GET /api/v1/cadres/:id', 'GET /api/v1/cadres/:id/reading', 'GET /api/v1/candidates/:id']),
    );
    for (const plain of ['GET /api/v1/cadres', 'POST /api/v1/candidates/:id/taking', 'GET /api/v1/receipts/:id', 'GET /nowhere/:id']) {
      expect([plain, isSensitive(plain)]).toEqual([plain, false]);
    }
  });
});

describe('what a reader says', () => {
  it('is a purpose with the task at hand, or with a reason in Chinese', () => {
    expect(toldPurpose({ 'liuqu-purpose': 'candidate-triage', 'liuqu-task': TASK }, handler)).toMatchObject({ task: TASK, reason: null });
    expect(toldPurpose({ 'liuqu-purpose': 'daily-supervision', 'liuqu-reason': REASON }, handler)).toMatchObject({
      task: null,
      reason: '群众反映后核对',
    });
  });

  it.each([
    ['purpose-missing', {}],
    ['purpose-missing', { 'liuqu-purpose': 'curiosity' }],
    ['purpose-missing', { 'liuqu-purpose': 'person-matching', 'liuqu-task': TASK }],
    ['purpose-missing', { 'liuqu-purpose': ['candidate-triage', 'candidate-triage'], 'liuqu-task': TASK }],
    ['task-missing', { 'liuqu-purpose': 'candidate-triage', 'liuqu-reason': REASON }],
    ['task-missing', { 'liuqu-purpose': 'candidate-triage', 'liuqu-task': `${TASK}' OR 1=1` }],
    ['reason-missing', { 'liuqu-purpose': 'daily-supervision', 'liuqu-task': TASK }],
    ['reason-missing', { 'liuqu-purpose': 'daily-supervision', 'liuqu-reason': encodeURIComponent('核对一下') }],
    ['reason-missing', { 'liuqu-purpose': 'daily-supervision', 'liuqu-reason': encodeURIComponent('长'.repeat(201)) }],
    ['reason-missing', { 'liuqu-purpose': 'daily-supervision', 'liuqu-reason': encodeURIComponent('核对\n第二行记录') }],
    ['reason-missing', { 'liuqu-purpose': 'daily-supervision', 'liuqu-reason': '%E6%A0' }],
  ])('is refused with %s when it is %j', (code, headers) => {
    expect(() => toldPurpose(headers, handler)).toThrow(expect.objectContaining({ status: 400, code }));
  });

  it('that names no purpose is answered with those that the role has', () => {
    const choices = (): unknown => {
      try {
        return toldPurpose({}, { role: 'petition-clerk' });
      } catch (error) {
        return error;
      }
    };
    expect(choices()).toMatchObject({
      errors: [{ detail: expect.stringContaining('person-matching（人员匹配）、daily-supervision（日常监督）') }],
    });
  });
});
