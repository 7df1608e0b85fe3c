import { askMove, confirmMove, type Move, MoveRuleBroken, type PlacedSignal, refuseMove } from '#domain/move/move';

const placed = (id: string, given: Partial<PlacedSignal> = {}): PlacedSignal => ({ id, subject: 'cadre:1', kept: true, ...given });
const asked = { to: 'cadre:2', signals: ['a', 'b'], askedBy: 'clerk' } as const;
const NONE = new Set<string>();
const broken = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof MoveRuleBroken) return error.code;
    throw error;
  }
  return 'allowed';
};

describe('Taking signals from the wrong subject', () => {
  it('is asked for signals of one subject, to another or to nobody known', () => {
    expect(askMove(asked, [placed('a'), placed('b')], NONE)).toEqual({ ...asked, subject: 'cadre:1', decided: false });
    expect(askMove({ ...asked, to: null }, [placed('a'), placed('b')], NONE).to).toBeNull();
  });

  it.each([
    ['move-of-nothing-there', [placed('a')]],
    ['move-of-nothing-there', [placed('a'), placed('b', { subject: null })]],
    ['move-of-nothing-there', [placed('a'), placed('b', { kept: false })]],
    ['move-of-several-subjects', [placed('a'), placed('b', { subject: 'cadre:3' })]],
    ['move-to-the-same-subject', [placed('a', { subject: 'cadre:2' }), placed('b', { subject: 'cadre:2' })]],
  ])('is refused with %s', (code, signals) => {
    expect(broken(() => askMove(asked, signals, NONE))).toBe(code);
  });

  it('is asked for once', () => {
    expect(broken(() => askMove(asked, [placed('a'), placed('b')], new Set(['b'])))).toBe('move-waits-already');
  });

  it('is decided once, by another person, while what was asked for is still so', () => {
    const move: Move = { ...asked, subject: 'cadre:1', decided: false };
    const still = [placed('a'), placed('b')];
    const elsewhere = still.map((signal) => ({ ...signal, subject: 'cadre:3' }));
    expect(broken(() => confirmMove(move, 'other', still))).toBe('allowed');
    expect(broken(() => confirmMove(move, 'clerk', still))).toBe('move-needs-another-person');
    expect(broken(() => confirmMove(move, 'other', elsewhere))).toBe('move-of-nothing-there');
    expect(broken(() => confirmMove({ ...move, decided: true }, 'other', still))).toBe('move-decided-already');
    expect(broken(() => refuseMove(move, 'clerk'))).toBe('move-needs-another-person');
    expect(broken(() => refuseMove(move, 'other'))).toBe('allowed');
  });
});
