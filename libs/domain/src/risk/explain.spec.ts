import { explain, type EventPart, partsAfter } from '#domain/risk/explain';
import { foldSubject } from '#domain/risk/fold';
import type { LedgerEntry } from '#domain/risk/ledger-entry';
import { REFERENCE_POLICY as policy } from '#domain/risk/policies';
import { aChange, aFinding, aPostHeld, aSignal, aWithdrawal } from '#testing/ledger';

const finding = aFinding({ id: 'finding', code: 'org-audit-exit-finding', day: 100 });

function leaves(entries: readonly LedgerEntry[], day: number): readonly EventPart[] {
  return explain(entries, day, policy).channels.flatMap(({ matters }) => matters.flatMap(({ events }) => events));
}

describe('an explanation', () => {
  it('shows each item as it stands by all decisions, with its source, day and odds', () => {
    const change = aChange({ target: 'finding', status: 'plausible', grade: 'B', releasedOn: 120 });
    expect(leaves([finding, change], 465)).toEqual([
      {
        id: 'finding',
        code: 'org-audit-exit-finding',
        channel: 'organization',
        group: 'organization',
        matter: 'A',
        day: 100,
        grade: 'B',
        status: 'plausible',
        decided: { status: change, grade: change },
        c: 675_000,
        decayed: 337_500,
        part: 25_233,
      },
    ]);
  });

  it('keeps what was taken back or does not score in sight, without a part', () => {
    const note = aSignal({ id: 'note', s: 0, day: 100 });
    const back = aFinding({ id: 'back', day: 100 });
    const shown = leaves([finding, note, back, aWithdrawal('back', 110)], 120);
    expect(shown.map(({ id, status, c, part }) => [id, status, c, part])).toEqual([
      ['back', 'withdrawn', 0, 0],
      ['finding', 'verified', 1_500_000, expect.any(Number)],
      ['note', 'unverified', 0, 0],
    ]);
  });

  it('leaves out what happened later', () => {
    expect(leaves([finding, aFinding({ id: 'later', day: 130 })], 120).map(({ id }) => id)).toEqual(['finding']);
  });

  it('gives a part to what contributes even where each remainder rounds to nothing', () => {
    const faint = Array.from({ length: 20 }, (_, n) => aSignal({ id: `faint ${n + 10}`, halfLife: 90 }));
    const refuted = aSignal({ id: 'a refuted one', halfLife: 90, status: 'refuted' });
    const shown = leaves([...faint, refuted], 1_452);
    expect(shown.filter(({ decayed }) => decayed > 0)).toEqual([]);
    expect(shown.filter(({ part }) => part > 0).map(({ id, part }) => [id, part])).toEqual([['faint 10', 1]]);
  });

  it('shows the exposure of the post as one line beside E', () => {
    const advisory = explain([finding, aPostHeld({ factors: ['advisory'] })], 100, policy);
    expect(advisory).toMatchObject({ E: 60_000, P: 56_043, exposure: { percent: { numerator: 85, denominator: 1 }, part: -3_957 } });
  });

  it('names the matter with the greatest odds, of equal ones the smaller id', () => {
    const twin = aFinding({ id: 'twin', matter: 'B', day: 100 });
    expect(explain([twin, finding], 100, policy).leadingMatter).toBe('A');
    expect(explain([twin, finding, aSignal({ matter: 'B', day: 100 })], 100, policy).leadingMatter).toBe('B');
    expect(explain([], 100, policy).leadingMatter).toBeUndefined();
  });
});

describe('the parts after a state', () => {
  it('are those of the explanation, taken back and corroborating items included', () => {
    const letter = aSignal({ id: 'letter', day: 100, status: 'plausible' });
    const entries = [finding, letter, aFinding({ id: 'back', matter: 'B', day: 90, releasedOn: 101 }), aWithdrawal('back', 130)];
    expect(partsAfter(entries, foldSubject(entries, policy), policy)).toEqual(explain(entries, 130, policy).channels);
  });

  it('take work that grows with the letters, not with their square', () => {
    const letters = (count: number): LedgerEntry[] =>
      Array.from({ length: count }, (_, n) => aSignal({ id: `letter ${n}`, matter: `matter ${n}`, day: n >> 2 }));
    const readsOf = (count: number): number => {
      let reads = 0;
      const counted = (entry: LedgerEntry): LedgerEntry =>
        new Proxy(entry, {
          get: (target, property) => {
            reads += 1;
            return Reflect.get(target, property) as unknown;
          },
        });
      const entries = letters(count);
      const state = foldSubject(entries, policy);
      partsAfter(entries.map(counted), state, policy);
      return reads;
    };
    expect(readsOf(2_400) / readsOf(300)).toBeLessThan(9);
  });
});
