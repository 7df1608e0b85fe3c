import { describe, expect, it } from 'vitest';
import type { TriageCandidate } from '../contracts';
import { fitOf, fitsWell } from './evidence-chips';

const candidate = (reasons: string[]): TriageCandidate => ({ cadreId: 'cadre:1', name: '陈示例', post: '镇长', unitName: '云岭镇', reasons });
const SAID = { named: '陈示例', unitCode: 'U-001', post: null };

describe('what speaks for a candidate', () => {
  it('is told of what the signal says, and of nothing else', () => {
    expect(fitOf(candidate(['姓名相同', '单位相同']), SAID)).toEqual({ name: true, unit: true, post: null });
    expect(fitOf(candidate(['姓名相同']), { ...SAID, post: '书记' })).toEqual({ name: true, unit: false, post: false });
  });

  it('suffices for one clerk by ID number, or by name and unit together', () => {
    expect([['身份证件号码相同'], ['姓名相同', '单位相同'], ['姓名相同', '职务相同'], []].map((reasons) => fitsWell(candidate(reasons)))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
