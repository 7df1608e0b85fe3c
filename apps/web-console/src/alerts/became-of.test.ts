import { describe, expect, it } from 'vitest';
import '../texts/load-texts';
import type { AlertRecord } from '../contracts';

const { becameOf } = await import('./became-of');

const said = { from: 'watch', to: 'inquiry', day: '2026-10-02', e: 59_954, p: 65_000 } as const;
const level = (name: string): string => `「${name}」`;

function aRecord(told: Partial<NonNullable<AlertRecord['correction']>>, was: AlertRecord['said'] = said): AlertRecord {
  const correction = { day: '2026-10-09', ground: 'refuted', now: null, laterDay: null, raises: false, ...told } as const;
  return { alertId: 'a', subject: 'cadre:1', name: '陈示例', post: null, unitName: null, at: '', state: 'void', said: was, correction };
}

describe('what became of an alert', () => {
  it('is nothing while it stands', () => {
    expect(becameOf({ ...aRecord({}), correction: null }, level)).toBe('');
  });

  it('is that the level did not rise, or only on a later day', () => {
    expect(becameOf(aRecord({}), level)).toBe('当时级别并未上升');
    expect(becameOf(aRecord({ laterDay: '2026-10-20' }), level)).toBe('当时级别并未上升，至 2026-10-20 方由另一信号达到');
  });

  it('is the step that it was', () => {
    expect(becameOf(aRecord({ now: { ...said, to: 'remind' } }), level)).toBe('当时实由「watch」升至「remind」');
    expect(becameOf(aRecord({ now: { ...said, to: 'remind' }, laterDay: '2026-10-20' }), level)).toContain('2026-10-20');
  });

  it('is that the level rises again, also where the alert says what it said', () => {
    expect(becameOf(aRecord({ now: said, raises: true }), level)).toBe('本预警仍然成立；当前级别由此回升');
  });

  it('is other numbers, or what was not told before', () => {
    expect(becameOf(aRecord({ now: { ...said, e: 57_000 } }), level)).toBe('级别不变；证据分 59.954 更正为 57.000，优先度 65.000 更正为 65.000');
    expect(becameOf(aRecord({ now: said }, null), level)).toBe('更正时补记：2026-10-02 由本信号升至「inquiry」');
  });
});
