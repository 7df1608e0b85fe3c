import { explain } from '#domain/risk/explain';
import { applyEntry, foldSubject, needsLedger } from '#domain/risk/fold';
import { readingAsOf } from '#domain/risk/history';
import { OUTSIDE_GROUPS } from '#domain/risk/independence-group';
import type { LedgerEntry } from '#domain/risk/ledger-entry';
import { SHIPPED_POLICY as policy } from '#domain/risk/policies';
import { readOn } from '#domain/risk/reading';
import { EMPTY_STATE, packState, unpackState, type SubjectState } from '#domain/risk/subject-state';
import { aLedger, anAction, anUnplacedSignal, aSignalLog, entryOf, placed } from '#testing/arbitrary-ledger';
import { aPostHeld, aSignal, aWithdrawal } from '#testing/ledger';
import { levelHistory } from '#testing/level-history';
import fc from 'fast-check';

const LATER = 3_000;
const INQUIRY = 3;
const someDays = fc.nat({ max: 800 });

/** As the projector does it: the state as text between entries, the ledger only when it is asked for. */
function live(entries: readonly LedgerEntry[]): SubjectState {
  return entries.reduce((state, entry, place) => {
    const before = needsLedger(state, entry) ? entries.slice(0, place) : [];
    return unpackState(packState(applyEntry(state, entry, before, policy).state));
  }, EMPTY_STATE);
}

/** Brings a log to a day by an entry that changes no signal. */
function upTo(day: number, entries: readonly LedgerEntry[]): readonly LedgerEntry[] {
  return [...entries, aPostHeld({ id: 'last', from: day })];
}

function withoutTraceOf(id: string, entries: readonly LedgerEntry[]): readonly LedgerEntry[] {
  return entries.filter((entry) => entry.id !== id);
}

describe('the fold', () => {
  it('gives the same sums, posts and E for any order of arrival', () => {
    const shuffled = aLedger.chain((log) => fc.tuple(fc.constant(log), fc.shuffledSubarray([...log], { minLength: log.length })));
    fc.assert(
      fc.property(shuffled, ([log, other]) => {
        const [one, two] = [foldSubject(log, policy), live(other)];
        expect([two.matters, two.held, two.left]).toEqual([one.matters, one.held, one.left]);
        expect(readOn(two, LATER, policy).odds).toBe(readOn(one, LATER, policy).odds);
        expect(readOn(two, LATER, policy).P).toBe(readOn(one, LATER, policy).P);
      }),
    );
  });

  it('gives bit for bit the same live, entry by entry, as recomputed from the ledger', () => {
    fc.assert(
      fc.property(aLedger, (log) => expect(packState(live(log))).toBe(packState(foldSubject(log, policy)))),
      { numRuns: 300 },
    );
  });

  it('forgets whatever was taken back as if it had never come, level included', () => {
    // A withdrawal itself is final (decision 0009).
    const inserted = fc.tuple(
      aLedger,
      anAction.filter(({ kind }) => kind !== 'withdrawal'),
      fc.nat(),
      fc.nat(),
    );
    fc.assert(
      fc.property(inserted, ([log, action, first, second]) => {
        const start = first % (log.length + 1);
        const end = start + (second % (log.length - start + 1));
        const releasedOn = log[start]?.releasedOn ?? log.at(-1)?.releasedOn ?? 100;
        const until = log[end]?.releasedOn ?? log.at(-1)?.releasedOn ?? 100;
        const back = aWithdrawal('x', until);
        const full = [
          ...log.slice(0, start),
          entryOf(action, { id: 'x', releasedOn, target: 'e0', nth: 1 }),
          ...log.slice(start, end),
          back,
          ...log.slice(end),
        ];
        expect(packState(live(upTo(1_200, full)))).toBe(packState(live(upTo(1_200, log))));
      }),
      { numRuns: 300 },
    );
  });

  it('gives a unit what it gives a cadre with the same signals, and a priority that is E', () => {
    fc.assert(
      fc.property(aLedger, someDays, (log, wait) => {
        const ofUnit = log.filter(({ kind }) => kind !== 'post-held' && kind !== 'post-left');
        const [unit, cadre] = [foldSubject(ofUnit, policy), foldSubject(log, policy)];
        const day = LATER + wait;
        expect([unit.matters, readOn(unit, day, policy).E]).toEqual([cadre.matters, readOn(cadre, day, policy).E]);
        expect(readOn(unit, day, policy).P).toBe(readOn(unit, day, policy).E);
      }),
    );
  });

  it('never raises E by removing a signal', () => {
    fc.assert(
      fc.property(aLedger, fc.nat(), someDays, (log, nth, wait) => {
        const signals = log.filter(({ kind }) => kind === 'signal');
        const removed = signals[nth % Math.max(signals.length, 1)]?.id ?? 'none';
        const day = 1_000 + wait;
        const less = readOn(foldSubject(withoutTraceOf(removed, log), policy), day, policy).E;
        expect(less).toBeLessThanOrEqual(readOn(foldSubject(log, policy), day, policy).E);
      }),
    );
  });

  it('never raises E or the level by a campaign', () => {
    const campaign = fc.uniqueArray(fc.constantFrom('e0', 'e1', 'e2', 'e3', 'e4'), { minLength: 2 });
    fc.assert(
      fc.property(aLedger, campaign, someDays, (log, members, wait) => {
        const all = foldSubject(upTo(1_200, log), policy);
        const one = foldSubject([...log, { kind: 'campaign', id: 'last', members, releasedOn: 1_200 }], policy);
        expect(one.level).toBeLessThanOrEqual(all.level);
        expect(readOn(one, 1_200 + wait, policy).odds).toBeLessThanOrEqual(readOn(all, 1_200 + wait, policy).odds);
      }),
    );
  });

  it('reads letters of one campaign as the one that counts', () => {
    fc.assert(
      fc.property(fc.array(anUnplacedSignal, { minLength: 1, maxLength: 12 }), (letters) => {
        const log = letters.map((letter, place) =>
          placed({ ...letter, channel: 'public', group: 'public', halfLife: 180 }, `e${place}`, 200),
        );
        const campaign: LedgerEntry = { kind: 'campaign', id: 'found', members: log.map(({ id }) => id), releasedOn: 200 };
        const alone = log.map((letter) => readOn(foldSubject([letter], policy), 200, policy).odds);
        expect(readOn(foldSubject([...log, campaign], policy), 200, policy).odds).toBeLessThanOrEqual(Math.max(...alone));
      }),
    );
  });

  it('reads linked matters as one matter from the start, once linked', () => {
    fc.assert(
      fc.property(aSignalLog, someDays, (log, wait) => {
        const link: LedgerEntry = { kind: 'link', id: 'link', matters: ['A', 'C'], releasedOn: 2_000 };
        const asOne = log.map((signal) => (signal.matter === 'C' ? { ...signal, matter: 'A' } : signal));
        const [linked, same] = [foldSubject([...log, link], policy), foldSubject(asOne, policy)];
        expect(linked.matters).toEqual(same.matters);
        expect(readOn(linked, 2_000 + wait, policy).E).toBe(readOn(same, 2_000 + wait, policy).E);
      }),
    );
  });

  it('never lets a link raise the level of the days before it', () => {
    fc.assert(
      fc.property(aSignalLog, (log) => {
        const link: LedgerEntry = { kind: 'link', id: 'link', matters: ['A', 'B', 'C'], releasedOn: 2_000 };
        const before = levelHistory(log, policy);
        const after = levelHistory([...log, link], policy);
        const on = (steps: typeof before, day: number): number => steps.findLast((step) => step.day <= day)?.level ?? 0;
        const earlier = [...before, ...after].filter(({ day }) => day < 2_000);
        for (const { day } of earlier) expect(on(after, day)).toBeLessThanOrEqual(on(before, day));
      }),
    );
  });

  it('never raises a level or E by time', () => {
    fc.assert(
      fc.property(aLedger, someDays, someDays, (log, wait, longer) => {
        const state = foldSubject(log, policy);
        const [soon, late] = [state.asOf + wait, state.asOf + wait + longer].map((day) => readOn(state, day, policy));
        expect(soon?.level).toBeLessThanOrEqual(state.level);
        expect(late?.level).toBeLessThanOrEqual(soon?.level ?? 0);
        expect(late?.E).toBeLessThanOrEqual(soon?.E ?? 0);
      }),
    );
  });

  it('announces an upward edge exactly when the level ends higher than on that day without the entry', () => {
    fc.assert(
      fc.property(aLedger, (log) => {
        log.reduce((state, entry, place) => {
          const { edge, before, after, state: next } = applyEntry(state, entry, log.slice(0, place), policy);
          const day = Math.max(state.asOf, entry.releasedOn);
          const expected = after.level > before.level ? { from: before.level, to: after.level, day } : undefined;
          expect(edge).toEqual(expected);
          expect(before.level).toBe(readOn(state, day, policy).level);
          expect(after).toEqual({ level: next.level, gate: readOn(next, day, policy).gateOpen });
          return next;
        }, EMPTY_STATE);
      }),
    );
  });

  it('lets no number of copies pass the cap of their matter', () => {
    fc.assert(
      fc.property(anUnplacedSignal, fc.integer({ min: 1, max: 60 }), (unplaced, copies) => {
        const log = Array.from({ length: copies }, (_, copy) => placed(unplaced, `e${copy}`, 200));
        const { channels } = readOn(foldSubject(log, policy), 200, policy);
        expect(channels[unplaced.channel]).toBeLessThanOrEqual(2 * policy.channels[unplaced.channel].matter);
      }),
    );
  });

  it('lets public and media alone, with nothing checked, reach neither 函询 nor the gate', () => {
    const loud = aSignal({ s: 95, grade: 'A' });
    const letters = fc.array(
      fc.record({ channel: fc.constantFrom('public', 'media'), group: fc.constantFrom('public', 'media', 'elsewhere') }),
      { minLength: 1, maxLength: 40 },
    );
    const matters = fc.constantFrom('A', 'B', 'C', 'D');
    fc.assert(
      fc.property(fc.array(fc.tuple(letters, matters), { maxLength: 6 }), (floods) => {
        const log = floods.flatMap(([flood, matter], wave) =>
          flood.map((letter, n) => ({ ...loud, ...letter, matter, id: `${wave}.${n}`, day: wave, releasedOn: wave }) as const),
        );
        const state = foldSubject(log, policy);
        expect(state.level).toBeLessThan(INQUIRY);
        expect(state.gateOpen).toBe(false);
        expect(state.matters.every(({ cells }) => cells.every(({ group }) => OUTSIDE_GROUPS.includes(group)))).toBe(true);
      }),
    );
  });

  it('does not enter E by what is not scored', () => {
    fc.assert(
      fc.property(aSignalLog, anUnplacedSignal, (log, unplaced) => {
        const measure = { ...placed(unplaced, 'measure', 2_000), s: 0 };
        const last = aPostHeld({ id: 'measure', from: 2_000 });
        const [without, withIt] = [
          [...log, last],
          [...log, measure],
        ].map((entries) => foldSubject(entries, policy));
        expect({ ...withIt, held: [] }).toEqual({ ...without, held: [] });
      }),
    );
  });
});

describe('an explanation', () => {
  it('adds up: every node is the sum of its children, and leaves with corroboration are E', () => {
    fc.assert(
      fc.property(aLedger, fc.integer({ min: 0, max: 1_800 }), (log, day) => {
        const { E, P, channels, corroboration, exposure } = explain(log, day, policy);
        const sum = (parts: readonly { readonly part: number }[]): number => parts.reduce((total, { part }) => total + part, 0);
        expect(sum(channels) + corroboration.part).toBe(E);
        for (const channel of channels) {
          expect(sum(channel.matters)).toBe(channel.part);
          for (const matter of channel.matters) expect(sum(matter.events)).toBe(matter.part);
        }
        expect(exposure.part).toBe(P - E);
      }),
      { numRuns: 300 },
    );
  });

  it('is, from the last entry on, of the reading itself', () => {
    fc.assert(
      fc.property(aLedger, someDays, (log, wait) => {
        const state = foldSubject(log, policy);
        const day = state.asOf + wait;
        expect(readingAsOf(log, day, policy)).toEqual(readOn(state, day, policy));
        for (const { level, day: left } of explain(log, day, policy).fallsOn) {
          const dayBefore = Math.max(left - 1, day);
          expect(readOn(state, left, policy).level).toBeLessThan(level);
          expect(left === day || readOn(state, dayBefore, policy).level >= level).toBe(true);
        }
      }),
    );
  });

  it('has on every day the level of the history', () => {
    fc.assert(
      fc.property(aLedger, fc.integer({ min: 0, max: 1_500 }), (log, day) => {
        const steps = levelHistory(log, policy, 1_500);
        const lasting = steps.findLast((step) => step.day <= day)?.level ?? 0;
        expect(readingAsOf(log, day, policy).level).toBe(lasting);
      }),
      { numRuns: 300 },
    );
  });
});
