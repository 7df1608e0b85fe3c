import { expect, it } from 'vitest';
import type { UnitRow } from '../contracts';
import { findUnits, treeOf, type UnitNode } from './units-asked';

const aUnit = (code: string, parentCode: string | null, told: Partial<UnitRow> = {}): UnitRow => ({
  code,
  parentCode,
  name: `示例${code}`,
  category: 'township',
  reading: { level: 'none', e: 0, p: 0, day: '2026-05-01', enteredOn: null, incomplete: false },
  ...told,
});
const shape = (nodes: readonly UnitNode[]): unknown => nodes.map(({ code, children }) => (children === undefined ? code : [code, shape(children)]));

it('hangs each unit under its parent, and at the top what has none in the list', () => {
  expect(shape(treeOf([aUnit('C', null), aUnit('T1', 'C'), aUnit('T1-1', 'T1'), aUnit('X', 'elsewhere')]))).toEqual([
    ['C', [['T1', ['T1-1']]]],
    'X',
  ]);
});

it('finds by level, category and a part of name or code', () => {
  const orange = { level: 'inquiry', e: 60_000, p: 60_000, day: '2026-05-01', enteredOn: '2026-05-01', incomplete: false } as const;
  const units = [aUnit('T1', null), aUnit('B2', null, { category: 'department', reading: orange }), aUnit('T3', null, { reading: null })];
  const codes = (asked: Parameters<typeof findUnits>[1]): readonly string[] => findUnits(units, asked).map(({ code }) => code);
  expect(codes({ level: 'inquiry' })).toEqual(['B2']);
  expect(codes({ category: 'township', text: ' t1' })).toEqual(['T1']);
  expect(codes({})).toEqual(['T1', 'B2', 'T3']);
});
