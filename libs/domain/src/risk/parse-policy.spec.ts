import { parsePolicy, PolicyInvalid } from '#domain/risk/parse-policy';
import { REFERENCE_POLICY, SHIPPED_POLICY } from '#domain/risk/policies';
import { authorityRank, gradeOfReporter, scoreOf } from '#domain/risk/policy';
import reference from './reference.json';

type Draft = Record<string, unknown>;

function problemsOf(change: (draft: Draft) => Draft): readonly string[] {
  try {
    parsePolicy(change(structuredClone(REFERENCE_POLICY) as unknown as Draft));
  } catch (error) {
    if (error instanceof PolicyInvalid) return error.problems.map(({ pointer, code }) => `${pointer} ${code}`);
    throw error;
  }
  return [];
}

describe('the policies that are shipped', () => {
  it('are the reference as a file, and the default, which trusts an unknown source less and knows floors', () => {
    expect(JSON.stringify(reference)).toBe(JSON.stringify(REFERENCE_POLICY));
    expect({ ...SHIPPED_POLICY, floors: undefined, name: 'reference', grades: { ...SHIPPED_POLICY.grades, F: 50 } }).toEqual(
      REFERENCE_POLICY,
    );
    expect(SHIPPED_POLICY.grades.F).toBe(25);
  });

  it('are valid as they come out of JSON', () => {
    expect(parsePolicy(reference)).toEqual(REFERENCE_POLICY);
    expect(parsePolicy(JSON.parse(JSON.stringify(SHIPPED_POLICY)))).toEqual(SHIPPED_POLICY);
  });

  it('say of each code what it scores', () => {
    expect([1, 2, 3, 4, 5].map((severity) => scoreOf(SHIPPED_POLICY, 'org-audit-exit-finding', severity))).toEqual([5, 15, 35, 60, 80]);
    expect(scoreOf(SHIPPED_POLICY, 'org-audit-exit-finding', 0)).toBe(0);
    expect(scoreOf(SHIPPED_POLICY, 'org-clue-registered', 5)).toBe(0);
    expect(scoreOf(SHIPPED_POLICY, 'unheard-of', 3)).toBeUndefined();
    expect(scoreOf(SHIPPED_POLICY, 'constructor', 3)).toBeUndefined();
  });

  it('grade a source by its kind and rank an authority by its place', () => {
    expect(gradeOfReporter(SHIPPED_POLICY, 'anonymous')).toBe('D');
    expect(gradeOfReporter(SHIPPED_POLICY, 'unheard-of')).toBe('F');
    expect(authorityRank(SHIPPED_POLICY, 'city')).toBeGreaterThan(authorityRank(SHIPPED_POLICY, 'county'));
    expect(authorityRank(SHIPPED_POLICY, 'unheard-of')).toBe(-1);
  });
});

describe('a policy', () => {
  it.each([[null], ['policy'], [[]]])('is not %p', (json) => {
    expect(() => parsePolicy(json)).toThrow(new PolicyInvalid([{ pointer: '', code: 'not-an-object' }]));
  });

  it('has no field for what must not be scored', () => {
    expect(problemsOf((draft) => ({ ...draft, healthWeight: 3 }))).toEqual(['/healthWeight unknown-field']);
    expect(problemsOf((draft) => ({ ...draft, weights: { 'a/b~c': { '6': 5 } } }))).toEqual(['/weights/a~1b~0c/6 unknown-field']);
  });

  it('is told all that is missing or out of range at once', () => {
    const broken = (draft: Draft): Draft => ({
      ...Object.fromEntries(Object.entries(draft).filter(([name]) => name !== 'dwellDays')),
      name: ' ',
      landmark: '1999-01-01',
      grades: { A: 101, B: 75, C: 0.5, D: 25, E: 0 },
      authorities: 'county',
    });
    expect(problemsOf(broken)).toEqual([
      '/dwellDays missing',
      '/name not-a-text',
      '/landmark not-one-of-the-values',
      '/grades/F missing',
      '/grades/A out-of-range',
      '/grades/C not-an-integer',
      '/authorities not-a-list',
    ]);
  });

  it('orders its thresholds', () => {
    const levels = structuredClone(REFERENCE_POLICY.levels);
    const [watch, remind, inquiry, priority] = levels;
    expect(problemsOf((draft) => ({ ...draft, levels: [watch, remind, inquiry] }))).toEqual(['/levels not-the-four-levels']);
    expect(problemsOf((draft) => ({ ...draft, levels: [remind, watch, inquiry, priority] }))).toEqual(['/levels not-the-four-levels']);
    const low = { name: 'inquiry', enter: 40_000, exit: 40_000 };
    expect(problemsOf((draft) => ({ ...draft, levels: [watch, remind, low, priority] }))).toEqual(['/levels/2 thresholds-not-ordered']);
  });

  it('carries complete and exact half-life tables', () => {
    const tables = REFERENCE_POLICY.halfLifeTables;
    const short = { ...tables, 90: tables[90].slice(1), 180: tables[180].with(7, '1') };
    expect(problemsOf((draft) => ({ ...draft, halfLifeTables: short }))).toEqual([
      '/halfLifeTables/90 table-incomplete',
      '/halfLifeTables/180/7 not-the-nearest-integer',
    ]);
  });

  it('scores a code or says why not, never both, and names an authority once', () => {
    expect(
      problemsOf((draft) => ({ ...draft, weights: { a: { '1': 5 }, b: {} }, notScored: { a: 'reason' }, authorities: ['x', 'x'] })),
    ).toEqual(['/weights/a weighted-and-not-scored', '/weights/b no-weight', '/authorities/1 named-twice']);
  });
});
