import { applyEntry, foldSubject, needsLedger } from '#domain/risk/fold';
import { levelHistory } from '#testing/level-history';
import { OUTSIDE_GROUPS } from '#domain/risk/independence-group';
import { setsOf } from '#domain/risk/joining';
import type { LedgerEntry } from '#domain/risk/ledger-entry';
import { SHIPPED_POLICY as policy } from '#domain/risk/policies';
import { readOn } from '#domain/risk/reading';
import { packState, unpackState, type SubjectState } from '#domain/risk/subject-state';
import { anAction, anUnplacedSignal, entryOf, placed } from '#testing/arbitrary-ledger';
import { aPostHeld, aSignal, aWithdrawal } from '#testing/ledger';
import { anyLedger } from '#testing/tight-ledger';
import fc from 'fast-check';

export type Property = fc.IProperty<unknown>;

/** By what each says. */
export type Properties = Readonly<Record<string, Property>>;

/** After everything of a ledger. */
export const LATER = 3_000;
const INQUIRY = 3;
export const someDays = fc.nat({ max: 800 });

/** As the projector does it: the state as text between entries, the ledger only when it is asked for. */
export function live(entries: readonly LedgerEntry[], from = 0): SubjectState {
  return entries.slice(from).reduce(
    (state, entry, place) => {
      const before = needsLedger(state, entry) ? entries.slice(0, from + place) : [];
      return unpackState(packState(applyEntry(state, entry, before, policy).state));
    },
    foldSubject(entries.slice(0, from), policy),
  );
}

/** Brings a log to a day by an entry that changes no signal. */
export function upTo(day: number, entries: readonly LedgerEntry[]): readonly LedgerEntry[] {
  return [...entries, aPostHeld({ id: 'last', from: day })];
}

/** The signals that are one item with this: of its campaign all letters (decision 0027). */
function itemOf(id: string, log: readonly LedgerEntry[]): readonly string[] {
  const withdrawn = new Set(log.flatMap((entry) => (entry.kind === 'withdrawal' ? [entry.target] : [])));
  const standing = log.filter((entry) => entry.kind === 'campaign' && !withdrawn.has(entry.id));
  return setsOf(standing.map((entry) => (entry.kind === 'campaign' ? entry.members : []))).get(id) ?? [id];
}

function withoutItem(id: string, log: readonly LedgerEntry[]): readonly LedgerEntry[] {
  const ids = itemOf(id, log);
  return log.filter((entry) => entry.kind !== 'signal' || !ids.includes(entry.id));
}

/** An entry, the place of its coming and that of its withdrawal. */
const anInsertion = fc.tuple(
  anyLedger,
  // A withdrawal itself is final (decision 0009).
  anAction.filter(({ kind }) => kind !== 'withdrawal'),
  fc.nat(),
  fc.nat(),
);

function insertedAndTakenBack([log, action, first, second]: typeof anInsertion extends fc.Arbitrary<infer T>
  ? T
  : never): readonly LedgerEntry[] {
  const start = first % (log.length + 1);
  const end = start + (second % (log.length - start + 1));
  const dayAt = (place: number): number => log[place]?.releasedOn ?? log.at(-1)?.releasedOn ?? 100;
  const entry = entryOf(action, { id: 'x', releasedOn: dayAt(start), target: 'e0', nth: 1 });
  return [...log.slice(0, start), entry, ...log.slice(start, end), aWithdrawal('x', dayAt(end)), ...log.slice(end)];
}

function shuffledOrder(): Property {
  return fc.property(
    anyLedger.chain((log) => fc.tuple(fc.constant(log), fc.shuffledSubarray([...log], { minLength: log.length }))),
    ([log, other]) => {
      const [one, two] = [foldSubject(log, policy), live(other)];
      expect([two.matters, two.held, two.left, two.floors]).toEqual([one.matters, one.held, one.left, one.floors]);
      const [reading, same] = [readOn(one, LATER, policy), readOn(two, LATER, policy)];
      expect([same.odds, same.E, same.P]).toEqual([reading.odds, reading.E, reading.P]);
    },
  );
}

function sameLog(): Property {
  return fc.property(anyLedger, (log) => {
    const copy = log.map((entry) => JSON.parse(JSON.stringify(Object.fromEntries(Object.entries(entry).toReversed()))) as LedgerEntry);
    expect(packState(foldSubject(copy, policy))).toBe(packState(foldSubject(log, policy)));
    expect(levelHistory(copy, policy, LATER)).toEqual(levelHistory(log, policy, LATER));
  });
}

function addThenRetract(): Property {
  return fc.property(anInsertion, (inserted) => {
    const full = insertedAndTakenBack(inserted);
    expect(packState(live(upTo(1_200, full)))).toBe(packState(live(upTo(1_200, inserted[0]))));
  });
}

function removal(): Property {
  return fc.property(anyLedger, fc.nat(), someDays, (log, nth, wait) => {
    const signals = log.filter(({ kind }) => kind === 'signal');
    const removed = signals[nth % Math.max(signals.length, 1)]?.id ?? 'none';
    const day = 1_000 + wait;
    const less = readOn(foldSubject(withoutItem(removed, log), policy), day, policy).E;
    expect(less).toBeLessThanOrEqual(readOn(foldSubject(log, policy), day, policy).E);
  });
}

function incremental(): Property {
  return fc.property(anyLedger, (log) => {
    expect(packState(live(log))).toBe(packState(foldSubject(log, policy)));
  });
}

function replay(): Property {
  return fc.property(anyLedger, fc.nat(), (log, nth) => {
    expect(packState(live(log, nth % (log.length + 1)))).toBe(packState(live(log)));
  });
}

function ageing(): Property {
  return fc.property(anyLedger, someDays, someDays, (log, wait, longer) => {
    const state = foldSubject(log, policy);
    const soon = readOn(state, state.asOf + wait, policy);
    const late = readOn(state, state.asOf + wait + longer, policy);
    expect(soon.level).toBeLessThanOrEqual(state.level);
    expect(late.level).toBeLessThanOrEqual(soon.level);
    expect(late.E).toBeLessThanOrEqual(soon.E);
  });
}

function copies(): Property {
  return fc.property(anUnplacedSignal, fc.integer({ min: 1, max: 60 }), (unplaced, copies) => {
    const log = Array.from({ length: copies }, (_, copy) => placed(unplaced, `e${copy}`, 200));
    const { channels } = readOn(foldSubject(log, policy), 200, policy);
    expect(channels[unplaced.channel]).toBeLessThanOrEqual(2 * policy.channels[unplaced.channel].matter);
  });
}

function flood(): Property {
  return fc.property(
    fc.array(
      fc.tuple(
        fc.array(fc.record({ channel: fc.constantFrom('public', 'media'), group: fc.constantFrom('public', 'media', 'elsewhere') }), {
          minLength: 1,
          maxLength: 40,
        }),
        fc.constantFrom('A', 'B', 'C', 'D'),
      ),
      { maxLength: 6 },
    ),
    (floods) => {
      const loud = aSignal({ s: 95, grade: 'A' });
      const log = floods.flatMap(([flood, matter], wave) =>
        flood.map((letter, n) => ({ ...loud, ...letter, matter, id: `${wave}.${n}`, day: wave, releasedOn: wave }) as const),
      );
      const state = foldSubject(log, policy);
      expect(state.level).toBeLessThan(INQUIRY);
      expect(state.gateOpen).toBe(false);
      expect(state.matters.every(({ cells }) => cells.every(({ group }) => OUTSIDE_GROUPS.includes(group)))).toBe(true);
    },
  );
}

function measure(): Property {
  return fc.property(anyLedger, anUnplacedSignal, (log, unplaced) => {
    const measure = { ...placed(unplaced, 'measure', 2_000), s: 0 };
    const without = foldSubject(upTo(2_000, log), policy);
    const withIt = foldSubject([...log, measure], policy);
    expect({ ...withIt, held: [], floors: [] }).toEqual({ ...without, held: [], floors: [] });
  });
}

/** Those of risk-model 13 that speak about the fold, in its words. */
export const FOLD_PROPERTIES_OF_THE_DESIGN: Properties = {
  'same cells and same E for a shuffled order': shuffledOrder(),
  'same level for the same log': sameLog(),
  'add then retract = never added, bit for bit, level included': addThenRetract(),
  'removing a scoring event never raises E': removal(),
  'incremental = recompute from the ledger': incremental(),
  'replay = live': replay(),
  'no level rises by ageing': ageing(),
  'copies never pass the matter cap': copies(),
  'public and media alone, with no item plausible or better, never reach inquiry nor open the gate': flood(),
  'a measure never changes E': measure(),
};
