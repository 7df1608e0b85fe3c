import { diffSchemes } from '#domain/points/diff-schemes';
import type { Scheme } from '#domain/points/scheme';
import { YUNLING_100 } from '#testing/schemes/yunling-100';

const zh = (after: unknown): readonly string[] => diffSchemes(YUNLING_100, after).map((line) => line.zh);
const withItem = (place: number, change: object): Scheme => ({
  ...YUNLING_100,
  items: YUNLING_100.items.map((item, at) => (at === place ? { ...item, ...change } : item)),
});

describe('the difference between two points schemes', () => {
  it('is nothing between equals, and none by order alone where things have keys', () => {
    expect(zh(YUNLING_100)).toEqual([]);
    expect(zh({ ...YUNLING_100, items: YUNLING_100.items.toReversed(), windows: YUNLING_100.windows.toReversed() })).toEqual([]);
  });

  it('is told in words, with points as people say them, at its place', () => {
    const lines = diffSchemes(YUNLING_100, withItem(0, { points: 6_500, most: undefined }));
    expect(lines.map((line) => [line.pointer, line.zh])).toEqual([
      ['/items/0/points', '记分项 审计整改逾期三十日以上 分值: 5 → 6.5'],
      ['/items/0/most', '记分项 审计整改逾期三十日以上 上限: 15 → 无'],
    ]);
    expect(lines[0]?.en).toBe('items Audit rectification thirty days late points: 5 → 6.5');
  });

  it('tells what is new and what is gone by its name', () => {
    const late = {
      ...YUNLING_100,
      items: [...YUNLING_100.items.slice(0, -1), { key: 'x', label: { zh: '拒不整改' }, of: { measure: 'x' }, points: 1 }],
    };
    expect(zh(late)).toEqual(['记分项 计划迟报：删除', '记分项 拒不整改：新增']);
  });

  it('tells lists of words, conditions and thresholds', () => {
    expect(zh({ ...YUNLING_100, objects: ['cadre'] })).toEqual(['适用对象: cadre、unit → cadre']);
    const [first, ...others] = YUNLING_100.thresholds;
    const stricter = { ...first, anyOf: [{ kind: 'sum', window: 'small-cycle', most: 97_500 }] };
    expect(zh({ ...YUNLING_100, thresholds: [stricter, ...others] })).toEqual(['档次 提示 达到条件 第1条 上限: 95 → 97.5']);
    expect(zh(withItem(0, { of: { code: 'org-audit-rectification-overdue', when: [{ field: 'due', daysLate: { least: 60 } }] } }))).toEqual(
      ['记分项 审计整改逾期三十日以上 来源 条件 第1条 逾期天数 下限: 30 → 60'],
    );
    expect(zh(withItem(0, { label: { zh: '整改逾期' } }))).toEqual(['记分项 整改逾期 名称: 审计整改逾期三十日以上 → 整改逾期']);
  });

  it('survives documents that are no schemes', () => {
    expect(zh(null)).toHaveLength(1);
    expect(zh({ ...YUNLING_100, items: null })).toHaveLength(1);
    expect(diffSchemes([], 3)).toHaveLength(1);
  });
});
