import { CORRECTION_GROUNDS, type ToldEdge } from '#contracts/risk/risk-corrections';
import { correctionWords } from './correction-words';

const said: ToldEdge = { from: 'watch', to: 'inquiry', day: '2026-10-02', e: 59_954, p: 65_000 };
const refuted = { ground: 'refuted', said, laterDay: undefined, raises: false } as const;

describe('a corrected alert in words', () => {
  it('is void where nothing was raised, and says when the level was reached all the same', () => {
    expect(correctionWords({ ...refuted, now: null })).toBe('有关信号经核查不属实，级别当时并未上升，本预警作废。');
    expect(correctionWords({ ...refuted, now: null, laterDay: '2026-10-09' })).toBe(
      '有关信号经核查不属实，级别当时并未上升，本预警作废；该级别至2026-10-09由另一信号达到。',
    );
  });

  it('says the lower level, or the other step to the same one', () => {
    expect(correctionWords({ ...refuted, now: { ...said, to: 'remind' } })).toBe('有关信号经核查不属实，级别当时仅升至“提醒”。');
    expect(correctionWords({ ...refuted, now: { ...said, from: 'none' } })).toBe('有关信号经核查不属实，级别当时由“正常”升至“函询”。');
  });

  it('says that only numbers are others', () => {
    expect(correctionWords({ ...refuted, ground: 'withdrawn', now: { ...said, e: 58_000 } })).toBe(
      '来源单位已撤回有关信号，级别不变，证据分或优先度的数值有更正。',
    );
  });

  it('says what was not told before', () => {
    expect(correctionWords({ ...refuted, said: null, now: said })).toBe('有关信号经核查不属实，级别实由本信号于2026-10-02升至“函询”。');
  });

  it('says that the level rises again by it, also where the alert says what it said', () => {
    const restored = { ...refuted, ground: 'decision-withdrawn', raises: true } as const;
    expect(correctionWords({ ...restored, said: null, now: said })).toBe(
      '对有关信号的认定已被撤回，级别实由本信号于2026-10-02升至“函询”；当前级别由此回升。',
    );
    expect(correctionWords({ ...restored, now: said })).toBe('对有关信号的认定已被撤回，本预警仍然成立；当前级别由此回升。');
  });

  it('has words for every ground', () => {
    for (const ground of CORRECTION_GROUNDS) expect(correctionWords({ ...refuted, ground, now: null })).not.toContain('undefined');
  });
});
