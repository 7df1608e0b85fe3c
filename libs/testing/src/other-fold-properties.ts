import { applyEntry, foldSubject } from '#domain/risk/fold';
import type { LedgerEntry } from '#domain/risk/ledger-entry';
import { SHIPPED_POLICY as policy } from '#domain/risk/policies';
import { readOn } from '#domain/risk/reading';
import { EMPTY_STATE, packState } from '#domain/risk/subject-state';
import { anUnplacedSignal, aSignalLog, placed } from '#testing/arbitrary-ledger';
import { LATER, live, type Properties, type Property, someDays, upTo } from '#testing/fold-properties';
import { levelHistory } from '#testing/level-history';
import { aMistaken, releasedAnew, releasedFirst } from '#testing/moves';
import { anyLedger } from '#testing/tight-ledger';
import fc from 'fast-check';

function unitAndCadre(): Property {
  return fc.property(anyLedger, someDays, (log, wait) => {
    const ofUnit = log.filter(({ kind }) => kind !== 'post-held' && kind !== 'post-left');
    const [unit, cadre] = [foldSubject(ofUnit, policy), foldSubject(log, policy)];
    const day = LATER + wait;
    expect([unit.matters, readOn(unit, day, policy).E]).toEqual([cadre.matters, readOn(cadre, day, policy).E]);
    expect(readOn(unit, day, policy).P).toBe(readOn(unit, day, policy).E);
  });
}

function campaignLowers(): Property {
  return fc.property(
    anyLedger,
    fc.uniqueArray(fc.constantFrom('e0', 'e1', 'e2', 'e3', 'e4'), { minLength: 2 }),
    someDays,
    (log, members, wait) => {
      const all = foldSubject(upTo(1_200, log), policy);
      const one = foldSubject([...log, { kind: 'campaign', id: 'last', members, releasedOn: 1_200 }], policy);
      expect(one.level).toBeLessThanOrEqual(all.level);
      expect(readOn(one, 1_200 + wait, policy).odds).toBeLessThanOrEqual(readOn(all, 1_200 + wait, policy).odds);
    },
  );
}

function campaignCountsOnce(): Property {
  return fc.property(fc.array(anUnplacedSignal, { minLength: 1, maxLength: 12 }), (letters) => {
    const log = letters.map((letter, n) => placed({ ...letter, channel: 'public', group: 'public', halfLife: 180 }, `e${n}`, 200));
    const campaign: LedgerEntry = { kind: 'campaign', id: 'found', members: log.map(({ id }) => id), releasedOn: 200 };
    const alone = log.map((letter) => readOn(foldSubject([letter], policy), 200, policy).odds);
    expect(readOn(foldSubject([...log, campaign], policy), 200, policy).odds).toBeLessThanOrEqual(Math.max(...alone));
  });
}

function linkedMatters(): Property {
  return fc.property(aSignalLog, someDays, (log, wait) => {
    const link: LedgerEntry = { kind: 'link', id: 'link', matters: ['A', 'C'], releasedOn: 2_000 };
    const asOne = log.map((signal) => (signal.matter === 'C' ? { ...signal, matter: 'A' } : signal));
    const [linked, same] = [foldSubject([...log, link], policy), foldSubject(asOne, policy)];
    expect(linked.matters).toEqual(same.matters);
    expect(readOn(linked, 2_000 + wait, policy).E).toBe(readOn(same, 2_000 + wait, policy).E);
  });
}

function linkAndHistory(): Property {
  return fc.property(anyLedger, (log) => {
    const link: LedgerEntry = { kind: 'link', id: 'link', matters: ['A', 'B', 'C'], releasedOn: 2_000 };
    const before = levelHistory(log, policy);
    const after = levelHistory([...log, link], policy);
    const on = (steps: typeof before, day: number): number => steps.findLast((step) => step.day <= day)?.level ?? 0;
    const earlier = [...before, ...after].filter(({ day }) => day < 2_000);
    for (const { day } of earlier) expect(on(after, day)).toBeLessThanOrEqual(on(before, day));
  });
}

function edges(): Property {
  return fc.property(anyLedger, (log) => {
    log.reduce((state, entry, place) => {
      const { edge, before, after, state: next } = applyEntry(state, entry, log.slice(0, place), policy);
      const day = Math.max(state.asOf, entry.releasedOn);
      const expected = after.level > before.level ? { from: before.level, to: after.level, day } : undefined;
      expect(edge).toEqual(expected);
      expect(before.level).toBe(readOn(state, day, policy).level);
      expect(after).toEqual({ level: next.level, gate: readOn(next, day, policy).gateOpen });
      return next;
    }, EMPTY_STATE);
  });
}

function movedAway(): Property {
  return fc.property(aMistaken, ({ told, never }) => {
    const day = upTo(1_200, []);
    const [moved, without] = [live([...told, ...day]), live([...never, ...day])];
    expect(packState(moved)).toBe(packState(without));
    expect(packState(foldSubject([...told, ...day], policy))).toBe(packState(without));
    expect(levelHistory([...told, ...day], policy)).toEqual(levelHistory([...never, ...day], policy));
  });
}

function movedHere(): Property {
  return fc.property(anyLedger, aMistaken, (log, mistaken) => {
    const here = log.map((entry) => ({ ...entry, id: `here ${entry.id}` }));
    const day = Math.max(mistaken.movedOn, log.at(-1)?.releasedOn ?? 0);
    const moved = live([...here, ...releasedAnew(mistaken, day, 2)]);
    expect(packState(moved)).toBe(packState(live([...here, ...releasedFirst(mistaken, day)])));
    expect(readOn(moved, day, policy)).toEqual(readOn(foldSubject([...here, ...releasedFirst(mistaken, day)], policy), day, policy));
  });
}

function movedBack(): Property {
  return fc.property(aMistaken, (mistaken) => {
    const { told, never } = mistaken;
    const day = told.at(-1)?.releasedOn ?? 0;
    const back = [...told, ...releasedAnew(mistaken, day, 3)];
    const first = [...never, ...releasedFirst(mistaken, day)];
    expect(packState(live(back))).toBe(packState(live(first)));
    expect(packState(foldSubject(back, policy))).toBe(packState(live(first)));
    expect(levelHistory(back, policy)).toEqual(levelHistory(first, policy));
  });
}

/** What follows from the design elsewhere: campaigns, links, units, edges, moves. */
export const OTHER_FOLD_PROPERTIES: Properties = {
  'a unit gets what a cadre gets with the same signals, and a priority that is E': unitAndCadre(),
  'a campaign never raises E or the level': campaignLowers(),
  'letters of one campaign read as the one that counts': campaignCountsOnce(),
  'linked matters read as one matter from the start, once linked': linkedMatters(),
  'a link never raises the level of the days before it': linkAndHistory(),
  'an upward edge is announced exactly when the level ends higher than on that day without the entry': edges(),
  'a signal moved to another subject has never come, bit for bit, level and history included': movedAway(),
  'a signal moved here reads as if it had been released here on that day': movedHere(),
  'a signal moved away and back reads as if it had been released on the day on which it came back': movedBack(),
};
