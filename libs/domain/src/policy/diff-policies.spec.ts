import { diffPolicies } from '#domain/policy/diff-policies';
import { SHIPPED_POLICY } from '#domain/risk/policies';

const labels = (code: string) =>
  code === 'org-audit-rectification-overdue' ? { zh: '审计整改逾期', en: 'audit rectification overdue' } : undefined;
const CODE = 'org-audit-rectification-overdue';
type Draft = Record<string, unknown>;
const changed = (change: (draft: Draft) => Draft): unknown => change(structuredClone(SHIPPED_POLICY) as unknown as Draft);
const diff = (change: (draft: Draft) => Draft): readonly string[] =>
  diffPolicies(SHIPPED_POLICY, changed(change), labels).map(({ zh }) => zh);

describe('the difference between two policies', () => {
  it('is told in words, with the numbers as people say them', () => {
    const weights = { ...SHIPPED_POLICY.weights, [CODE]: { '1': 5, '2': 15, '3': 45, '4': 60, '5': 80 } };
    const levels = SHIPPED_POLICY.levels.map((level) => (level.name === 'inquiry' ? { ...level, enter: 60_000, exit: 47_500 } : level));
    const after = changed((draft) => ({ ...draft, weights, levels, dwellDays: 45 }));
    const lines = diffPolicies(SHIPPED_POLICY, after, labels);
    expect(lines.map(({ zh }) => zh)).toEqual([
      '函询 门槛: 55 → 60',
      '函询 退出线: 47 → 47.5',
      '级别最短停留: 30 天 → 45 天',
      '审计整改逾期 (3 级): 35 → 45',
    ]);
    expect(lines.map(({ en }) => en)).toEqual([
      'inquiry threshold: 55 → 60',
      'inquiry exit: 47 → 47.5',
      'dwell: 30 days → 45 days',
      'audit rectification overdue (class 3): 35 → 45',
    ]);
    expect(lines[0]?.pointer).toBe('/levels/2/enter');
  });

  it('tells odds, percents, lists, what was added and what was taken out', () => {
    expect(diff((draft) => ({ ...draft, publicMediaCap: 750_000 }))).toEqual(['群众与舆论合计上限: 0.8 → 0.75']);
    expect(diff((draft) => ({ ...draft, grades: { ...SHIPPED_POLICY.grades, F: 50 } }))).toEqual(['来源等级 F 级(不明): 25% → 50%']);
    expect(diff((draft) => ({ ...draft, authorities: ['unit', 'county'] }))).toEqual([
      '决定机关: unit、county、city、province、centre → unit、county',
    ]);
    const { [CODE]: gone, ...rest } = SHIPPED_POLICY.weights;
    const lines = diff((draft) => ({ ...draft, weights: rest, notScored: { ...SHIPPED_POLICY.notScored, [CODE]: '另行处理' } }));
    expect(gone).toBeDefined();
    expect(lines).toContain('审计整改逾期 (3 级): 35 → 无');
    expect(lines).toContain('审计整改逾期 不计分理由: 无 → 另行处理');
  });

  it('tells floors by measure, level and kind', () => {
    const floors = { ...SHIPPED_POLICY.floors, [CODE]: { level: 'inquiry', months: { 警告: 12 } } };
    expect(diff((draft) => ({ ...draft, floors }))).toEqual([
      '底线级别 审计整改逾期 至少: 无 → 函询',
      '底线级别 审计整改逾期 影响期月数 警告: 无 → 12',
    ]);
  });

  it('is nothing between equals, and tells of any document, also of one that is no policy', () => {
    expect(diff((draft) => draft)).toEqual([]);
    expect(diffPolicies({ a: [1] }, { a: [2], b: null }, labels).map(({ zh }) => zh)).toEqual(['a: 1 → 2', 'b: 无 → null']);
    const tables = { ...SHIPPED_POLICY.halfLifeTables, 90: SHIPPED_POLICY.halfLifeTables[90].slice(1) };
    expect(diff((draft) => ({ ...draft, halfLifeTables: tables }))).toEqual(['半衰期表 90有改动']);
  });
});
