import { explain } from '#domain/risk/explain';
import { applyEntry, foldSubject, needsLedger } from '#domain/risk/fold';
import type { Applied } from '#domain/risk/advance';
import { readingAsOf } from '#domain/risk/history';
import type { LedgerEntry } from '#domain/risk/ledger-entry';
import { REFERENCE_POLICY as policy } from '#domain/risk/policies';
import { readOn } from '#domain/risk/reading';
import { EMPTY_STATE, packState, unpackState } from '#domain/risk/subject-state';
import { aChange, aFinding, aMitigation, aPostHeld, aSignal, aWithdrawal } from '#testing/ledger';
import { levelHistory } from '#testing/level-history';

const NONE = 0;
const WATCH = 1;
const REMIND = 2;
const INQUIRY = 3;

const finding = aFinding({ id: 'finding', day: 100, s: 60 });

function apply(before: readonly LedgerEntry[], entry: LedgerEntry): Applied {
  return applyEntry(foldSubject(before, policy), entry, before, policy);
}

describe('the level of a subject', () => {
  it('steps up with an event as far as E allows, and says so by one edge', () => {
    expect(apply([], finding)).toMatchObject({
      before: { level: NONE, gate: false },
      after: { level: INQUIRY, gate: true },
      edge: { from: NONE, to: INQUIRY, day: 100 },
      state: { level: INQUIRY, enteredOn: 100, asOf: 100, gateOpen: true },
    });
  });

  it('is entered exactly at its threshold', () => {
    const from = (enter: number): typeof policy => ({ ...policy, levels: policy.levels.with(2, { name: 'inquiry', enter, exit: 47_000 }) });
    expect(foldSubject([finding], from(60_000)).level).toBe(INQUIRY);
    expect(foldSubject([finding], from(60_001)).level).toBe(REMIND);
  });

  it('falls by time alone, level by level, on the first day below each exit', () => {
    const mood = aFinding({ id: 'mood', day: 100, s: 56, halfLife: 90 });
    const state = foldSubject([mood], policy);
    expect([100, 146, 147].map((day) => readOn(state, day, policy).level)).toEqual([INQUIRY, INQUIRY, REMIND]);
    const falls = levelHistory([mood], policy, 1_000);
    expect(falls.map(({ level, cause }) => [level, cause])).toEqual([
      [INQUIRY, 'mood'],
      [REMIND, 'time'],
      [WATCH, 'time'],
      [NONE, 'time'],
    ]);
    const [, first] = falls;
    expect(first?.E).toBeLessThan(47_000);
    expect(readOn(state, (first?.day ?? 0) - 1, policy).E).toBeGreaterThanOrEqual(47_000);
  });

  it('is protected by the dwell even when E falls below the exit earlier', () => {
    const late = aFinding({ id: 'late', day: 100, s: 56, halfLife: 90 });
    const policyOfWeeks = { ...policy, levels: policy.levels.map((level) => ({ ...level, exit: level.enter - 1 })) };
    const state = foldSubject([late], policyOfWeeks);
    expect(readOn(state, 129, policyOfWeeks)).toMatchObject({ level: INQUIRY, E: expect.any(Number) });
    expect(readOn(state, 129, policyOfWeeks).E).toBeLessThan(54_999);
    expect(readOn(state, 130, policyOfWeeks).level).toBe(REMIND);
    expect(explain([late], 100, policyOfWeeks).fallsOn[0]).toEqual({ level: INQUIRY, day: 130 });
  });

  it('does not begin a new dwell by an event that leaves it where it is', () => {
    const more = aFinding({ id: 'more', day: 120, s: 5 });
    expect(foldSubject([finding, more], policy)).toMatchObject({ level: INQUIRY, enteredOn: 100, asOf: 120 });
  });

  it('counts an edge from where time has brought it', () => {
    const again = aFinding({ id: 'again', day: 1_000, s: 60 });
    expect(apply([finding], again)).toMatchObject({ before: { level: WATCH }, edge: { from: WATCH, to: INQUIRY, day: 1_000 } });
  });

  it('is not changed by an entry that says nothing new, except by time', () => {
    const applied = apply([finding], aSignal({ id: 'note', s: 0, day: 1_000 }));
    expect(applied).toMatchObject({ before: { level: WATCH }, after: { level: WATCH }, state: { enteredOn: 100, asOf: 1_000 } });
    expect(applied.edge).toBeUndefined();
  });

  it('is processed on the day of release, which never falls', () => {
    const late = aFinding({ id: 'late', day: 20, releasedOn: 150, matter: 'B' });
    const state = foldSubject([late, { ...finding, releasedOn: 120 }], policy);
    expect(state.asOf).toBe(150);
  });
});

describe('what lowers a contribution', () => {
  it('takes the level down at once, dwell or not, as if the rest had never come', () => {
    const refuted = aChange({ target: 'finding', status: 'refuted', releasedOn: 105 });
    expect(apply([finding], refuted)).toMatchObject({
      before: { level: INQUIRY, gate: true },
      after: { level: NONE, gate: false },
      state: { matters: [], level: NONE },
    });
  });

  it('keeps what had been reached without it', () => {
    const small = aFinding({ id: 'small', day: 90, s: 45, matter: 'B' });
    const state = apply([small, finding], aWithdrawal('finding', 105)).state;
    expect(state).toMatchObject({ level: REMIND, enteredOn: 90, asOf: 105 });
  });

  it('leaves the lower contribution where a change is only partial', () => {
    const changed = apply([finding], aChange({ target: 'finding', status: 'plausible', releasedOn: 105 })).state;
    expect(changed.level).toBe(REMIND);
    expect(changed.enteredOn).toBe(100);
  });

  it('does the same by mitigation, and undoes it when the mitigation is taken back', () => {
    const mitigation = aMitigation({ id: 'disclosure', targets: ['finding'], factor: 20, releasedOn: 105 });
    const lowered = apply([finding], mitigation);
    expect(lowered.after.level).toBe(WATCH);
    const restored = apply([finding, mitigation], aWithdrawal('disclosure', 110));
    expect(restored).toMatchObject({ edge: { from: WATCH, to: INQUIRY, day: 110 }, state: { enteredOn: 100 } });
  });

  it('lets a correction be a withdrawal and a new signal', () => {
    const corrected = aFinding({ id: 'corrected', day: 95, releasedOn: 105, s: 30, severity: 3 });
    const state = foldSubject([finding, aWithdrawal('finding', 105), corrected], policy);
    expect(state.matters).toEqual(foldSubject([corrected], policy).matters);
    expect(state.level).toBe(WATCH);
  });

  it('takes back what rested on a checked item, even one that gives no odds itself', () => {
    const letter = aSignal({ id: 'letter', grade: 'A', day: 100 });
    const post = aSignal({ id: 'post', channel: 'media', grade: 'A', s: 26, day: 100 });
    const checked = aSignal({ id: 'checked', grade: 'E', status: 'plausible', day: 100 });
    expect(foldSubject([letter, post], policy).level).toBe(NONE);
    expect(foldSubject([letter, post, checked], policy).level).toBe(WATCH);
    const doubted = aChange({ id: 'doubt', target: 'checked', status: 'unverified', releasedOn: 101 });
    expect(apply([letter, post, checked], doubted).after.level).toBe(NONE);
    const again = aChange({ id: 'again', target: 'checked', status: 'verified', releasedOn: 102 });
    expect(foldSubject([letter, post, checked, doubted, again], policy)).toMatchObject({ level: WATCH, enteredOn: 102 });
  });

  it('does not let a later lowering of another item bring back what was once lowered', () => {
    const log: LedgerEntry[] = [
      finding,
      aChange({ id: 'doubt', target: 'finding', status: 'plausible', decidedOn: 101, releasedOn: 101 }),
      aChange({ id: 'proof', target: 'finding', status: 'verified', decidedOn: 130, releasedOn: 130 }),
    ];
    const other = aFinding({ id: 'other', day: 140, matter: 'B', s: 10 });
    const without = foldSubject(log, policy);
    const withdrawn = foldSubject([...log, other, aWithdrawal('other', 141)], policy);
    expect(withdrawn).toEqual({ ...without, asOf: 141 });
    expect(without).toMatchObject({ level: INQUIRY, enteredOn: 130 });
  });
});

describe('what raises a contribution', () => {
  it('is added with the day of the signal and makes an edge', () => {
    const doubted = { ...finding, status: 'unverified' } as const;
    const proven = aChange({ target: 'finding', status: 'verified', releasedOn: 200 });
    const applied = apply([doubted], proven);
    expect(applied.edge).toEqual({ from: WATCH, to: INQUIRY, day: 200 });
    expect(applied.state.matters).toEqual(foldSubject([finding], policy).matters);
  });

  it('may come before its signal', () => {
    const proven = aChange({ target: 'finding', status: 'refuted', releasedOn: 50 });
    const waiting = foldSubject([proven], policy);
    expect(needsLedger(waiting, finding)).toBe(true);
    expect(applyEntry(waiting, finding, [proven], policy)).toMatchObject({ after: { level: NONE }, state: { plain: true, matters: [] } });
  });
});

describe('the gate to propose a 函询', () => {
  const loud = aSignal({ id: 'loud', channel: 'superior', group: 'bureau', s: 60, grade: 'A', status: 'unverified' });

  it('stays shut at the level when nothing of the leading matter is grave and checked and only one group speaks', () => {
    const unchecked = [1, 2, 3, 4].map((n) => aFinding({ id: `f${n}`, status: 'unverified', s: 60 }));
    expect(foldSubject(unchecked, policy)).toMatchObject({ level: INQUIRY, gateOpen: false });
  });

  it('opens for a plausible item of s ≥ 20 in the leading matter only', () => {
    const unchecked = [1, 2, 3, 4].map((n) => aFinding({ id: `f${n}`, status: 'unverified', s: 60 }));
    const elsewhere = aFinding({ id: 'e', matter: 'B', status: 'plausible', s: 20, severity: 2 });
    expect(foldSubject([...unchecked, elsewhere], policy).gateOpen).toBe(false);
    expect(foldSubject([...unchecked, { ...elsewhere, matter: 'A' }], policy).gateOpen).toBe(true);
    expect(foldSubject([...unchecked, { ...elsewhere, matter: 'A', s: 19 }], policy).gateOpen).toBe(false);
  });

  it('opens for two groups in one matter when one of them is neither public nor media', () => {
    const unchecked = [1, 2, 3, 4].map((n) => aFinding({ id: `f${n}`, status: 'unverified', s: 60 }));
    const letter = aSignal({ id: 'l', s: 30, grade: 'A', status: 'unverified' });
    expect(foldSubject([...unchecked, letter], policy).gateOpen).toBe(true);
    expect(foldSubject([...unchecked, { ...letter, grade: 'D' }], policy).gateOpen).toBe(false);
    expect(foldSubject([...unchecked, { ...letter, s: 5, status: 'verified' }], policy).gateOpen).toBe(true);
    expect(foldSubject([...unchecked, { ...letter, s: 4, status: 'verified' }], policy).gateOpen).toBe(false);
    expect(foldSubject([...unchecked, { ...letter, matter: 'B' }], policy).gateOpen).toBe(false);
  });

  it('does not let public and media open it for one another', () => {
    const flood = ['public', 'media'].flatMap((channel) =>
      [1, 2, 3].map((n) => ({ ...loud, id: `${channel} ${n}`, channel, group: channel }) as typeof loud),
    );
    const elsewhere = aFinding({ id: 'e', matter: 'B', status: 'unverified', s: 60 });
    const unrelated = [1, 2, 3].map((n) => ({ ...elsewhere, id: `e${n}` }));
    expect(foldSubject([...flood, ...unrelated], policy)).toMatchObject({ level: INQUIRY, gateOpen: false });
  });
});

describe('the reading of a past day', () => {
  it('knows all changes of today, over the signals up to that day', () => {
    const later = aFinding({ id: 'later', day: 150, s: 20 });
    const log = [finding, later, aChange({ target: 'finding', status: 'plausible', releasedOn: 160 })];
    expect(readingAsOf(log, 120, policy).E).toBe(readOn(foldSubject([{ ...finding, status: 'plausible' }], policy), 120, policy).E);
    expect(() => readOn(foldSubject(log, policy), 120, policy)).toThrow(new RangeError('before-last-entry'));
  });

  it('counts a signal of that day that became known later in E, not in the level', () => {
    const reported = { ...finding, releasedOn: 200 };
    expect(readingAsOf([reported], 150, policy)).toMatchObject({ level: NONE, E: 57_701 });
    expect(readingAsOf([reported], 200, policy).level).toBe(INQUIRY);
  });
});

describe('the door of the fold', () => {
  it('refuses a signal that happened after its release or before the landmark', () => {
    expect(() => apply([], { ...finding, releasedOn: 99 })).toThrow(new RangeError('signal-after-release'));
    expect(() => apply([], { ...finding, day: -1 })).toThrow(new RangeError('before-landmark'));
  });

  it('needs the ledger only for what speaks about other entries, or while one of those is missing', () => {
    const state = foldSubject([finding], policy);
    expect([finding, aPostHeld()].map((entry) => needsLedger(state, entry))).toEqual([false, false]);
    const about = [aWithdrawal('finding', 1), aChange({ target: 'finding', releasedOn: 1 }), aMitigation({ targets: [], releasedOn: 1 })];
    expect(about.map((entry) => needsLedger(state, entry))).toEqual([true, true, true]);
    expect(needsLedger(foldSubject([aWithdrawal('unknown', 1)], policy), finding)).toBe(true);
    expect(needsLedger(foldSubject([finding, aWithdrawal('finding', 101)], policy), finding)).toBe(false);
  });

  it('packs a state as canonical text and back', () => {
    const state = foldSubject([finding, aSignal({ day: 100 }), aPostHeld()], policy);
    expect(unpackState(packState(state))).toEqual(state);
    expect(packState(foldSubject([aPostHeld(), aSignal({ day: 100 }), finding], policy))).toBe(packState(state));
    expect(unpackState(packState(EMPTY_STATE))).toEqual(EMPTY_STATE);
  });
});
