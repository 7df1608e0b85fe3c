import { applyEntry, foldSubject, needsLedger } from '#domain/risk/fold';
import { explain } from '#domain/risk/explain';
import { readingAsOf } from '#domain/risk/history';
import { setsOf } from '#domain/risk/joining';
import type { CampaignEntry, LedgerEntry, LinkEntry } from '#domain/risk/ledger-entry';
import { REFERENCE_POLICY as policy } from '#domain/risk/policies';
import { readOn } from '#domain/risk/reading';
import { packState, unpackState } from '#domain/risk/subject-state';
import { aChange, aFinding, aSignal, aWithdrawal } from '#testing/ledger';
import { levelHistory } from '#testing/level-history';

const WATCH = 1;
const REMIND = 2;
const link = (releasedOn: number, ...matters: string[]): LinkEntry => ({ kind: 'link', id: 'link', matters, releasedOn });
const campaign = (releasedOn: number, members: readonly string[], id = 'campaign'): CampaignEntry => ({
  kind: 'campaign',
  id,
  members,
  releasedOn,
});
const scoreOn = (log: readonly LedgerEntry[], day: number): number => readOn(foldSubject(log, policy), day, policy).E;

describe('names in groups', () => {
  it('make one set where groups share one, whatever the order', () => {
    const groups = [
      ['d', 'c'],
      ['a', 'b'],
      ['c', 'b'],
      ['x', 'y'],
    ];
    const sets = setsOf(groups);
    expect(sets.get('a')).toEqual(['a', 'b', 'c', 'd']);
    expect(sets.get('y')).toEqual(['x', 'y']);
    expect(sets.get('z')).toBeUndefined();
    expect(setsOf(groups.toReversed())).toEqual(sets);
  });
});

describe('a matter link', () => {
  const audit = aFinding({ id: 'audit', day: 100, s: 35, group: 'audit', matter: 'A-AUD/7' });
  const petition = aSignal({ id: 'petition', day: 100, s: 60, status: 'plausible', grade: 'A', matter: 'A-PET/3' });

  it('lets independent groups corroborate, from its own day on', () => {
    const log = [audit, petition];
    const linked = [...log, link(150, 'A-PET/3', 'A-AUD/7')];
    expect(scoreOn(linked, 150)).toBeGreaterThan(scoreOn(log, 150));
    expect(levelHistory(linked, policy).slice(0, 1)).toEqual(levelHistory(log, policy).slice(0, 1));
    expect(explain(linked, 150, policy).channels.flatMap(({ matters }) => matters.map(({ matter }) => matter))).toEqual([
      'A-AUD/7',
      'A-AUD/7',
    ]);
    expect(explain(linked, 150, policy).corroboration.odds).toBeGreaterThan(0);
  });

  it('opens the gate for two groups of one matter', () => {
    const [one, other] = [
      aFinding({ id: 'one', day: 100, group: 'audit', s: 55, status: 'unverified', matter: 'A' }),
      aFinding({ id: 'other', day: 100, group: 'party', s: 80, status: 'unverified', matter: 'B' }),
    ];
    const before = foldSubject(
      [one, other, aFinding({ id: 'third', day: 100, group: 'third', s: 80, status: 'unverified', matter: 'C' })],
      policy,
    );
    const after = applyEntry(
      before,
      link(110, 'A', 'B'),
      [one, other, aFinding({ id: 'third', day: 100, group: 'third', s: 80, status: 'unverified', matter: 'C' })],
      policy,
    );
    expect([before.gateOpen, after.before.gate, after.state.gateOpen]).toEqual([false, false, after.state.level >= 3]);
  });

  it('that puts letters of one group under one knee lowers E, and the days before it', () => {
    const letters = ['A', 'B'].map((matter) => aSignal({ id: `of ${matter}`, day: 100, s: 60, grade: 'A', status: 'verified', matter }));
    const log = [...letters, link(150, 'A', 'B')];
    expect(scoreOn(log, 150)).toBeLessThan(scoreOn(letters, 150));
    expect(levelHistory(letters, policy).map(({ level }) => level)).toEqual([WATCH]);
    const { level } = levelHistory(log, policy).find(({ day }) => day === 100) ?? { level: 0 };
    expect(level).toBeLessThanOrEqual(WATCH);
  });

  it('holds for later signals of both matters without the ledger, and survives being stored', () => {
    const state = foldSubject([audit, petition, link(150, 'A-PET/3', 'A-AUD/7')], policy);
    const later = aSignal({ id: 'later', day: 160, matter: 'A-PET/3' });
    expect(needsLedger(state, later)).toBe(false);
    const { matters } = applyEntry(unpackState(packState(state)), later, [], policy).state;
    expect(matters.map(({ matter }) => matter)).toEqual(['A-AUD/7']);
  });

  it('taken back is as if nobody had linked', () => {
    const log = [audit, petition, link(150, 'A-PET/3', 'A-AUD/7'), aWithdrawal('link', 160)];
    expect(foldSubject(log, policy)).toEqual({ ...foldSubject([audit, petition], policy), asOf: 160 });
  });
});

describe('a campaign', () => {
  const letters = [1, 2, 3, 4].map((n) => aSignal({ id: `letter ${n}`, day: 100 + n, s: 80, grade: 'A', matter: `M${n}` }));
  const ids = letters.map(({ id }) => id);
  const found = campaign(110, ids);

  it('counts as its latest letter where all are alike', () => {
    const state = foldSubject([...letters, found], policy);
    expect(state.matters.map(({ matter }) => matter)).toEqual(['M4']);
    expect(scoreOn([...letters, found], 110)).toBe(scoreOn(letters.slice(3), 110));
    const events = explain([...letters, found], 110, policy).channels.flatMap(({ matters }) => matters.flatMap((matter) => matter.events));
    expect(events.map(({ id, countedIn, part }) => [id, countedIn, part > 0])).toEqual([
      ['letter 1', 'letter 4', false],
      ['letter 2', 'letter 4', false],
      ['letter 3', 'letter 4', false],
      ['letter 4', undefined, true],
    ]);
  });

  it('counts as the letter that was checked, though it is older', () => {
    const checked = aChange({ target: 'letter 2', status: 'verified', releasedOn: 120 });
    expect(foldSubject([...letters, found, checked], policy).matters.map(({ matter, solid }) => [matter, solid])).toEqual([['M2', 1]]);
  });

  it('chooses anew when the one that counts falls away', () => {
    const log = [...letters, found, aWithdrawal('letter 4', 120)];
    expect(foldSubject(log, policy).matters.map(({ matter }) => matter)).toEqual(['M3']);
    const refuted = [...letters, found, aChange({ target: 'letter 4', status: 'refuted', releasedOn: 120 })];
    expect(
      foldSubject(refuted, policy)
        .matters.filter(({ cells }) => cells.length > 0)
        .map(({ matter }) => matter),
    ).toEqual(['M3']);
  });

  it('grows by an entry that names one of its letters, and waits for one that has not come', () => {
    const grown = [...letters.slice(0, 3), campaign(105, ids.slice(0, 2), 'first'), campaign(106, ids.slice(1), 'second')];
    expect(foldSubject(grown, policy)).toMatchObject({ plain: false });
    const last = letters[3];
    const all = foldSubject([...grown, ...(last ? [last] : [])], policy);
    expect([all.plain, all.matters.filter(({ cells }) => cells.length > 0).map(({ matter }) => matter)]).toEqual([true, ['M4']]);
  });

  it('never makes a letter of one channel stand for one of another', () => {
    const report = aSignal({ id: 'report', channel: 'media', day: 103, s: 80, grade: 'A', matter: 'R' });
    const state = foldSubject([...letters, report, campaign(110, [...ids, 'report'])], policy);
    expect(state.matters.map(({ matter }) => matter)).toEqual(['M4', 'R']);
  });

  it('as of an earlier day counts among the letters of that day', () => {
    expect(readingAsOf([...letters, found], 102, policy).E).toBe(scoreOn(letters.slice(1, 2), 102));
  });

  it('was known from the day of its first letter: a later one that counts more takes no level back', () => {
    const first = aFinding({ id: 'first', day: 100, matter: 'M1' });
    const later = aFinding({ id: 'later', day: 180, matter: 'M2' });
    const log = [campaign(90, ['first', 'later']), first, later];
    expect(levelHistory(log, policy)).toEqual(levelHistory([first], policy));
    expect(levelHistory([first, later, campaign(190, ['first', 'later'])], policy)).toEqual(levelHistory([first], policy));
    const state = foldSubject(log, policy);
    expect([state.level, state.enteredOn, state.matters.map(({ matter }) => matter)]).toEqual([3, 100, ['M2']]);
  });

  it('re-folds when a letter is refuted that no longer counts, but did before another came', () => {
    const [first, later] = [aFinding({ id: 'first', day: 100, s: 42 }), aFinding({ id: 'later', day: 110, s: 44 })];
    const log = [campaign(90, ['first', 'later']), first, later];
    const refuted = aChange({ target: 'first', status: 'refuted', releasedOn: 120 });
    const { state } = applyEntry(foldSubject(log, policy), refuted, log, policy);
    expect([foldSubject(log, policy).enteredOn, state.enteredOn]).toEqual([100, 110]);
    expect(state).toEqual(foldSubject([...log, refuted], policy));
  });

  it('is, when the letter that counted is refuted, as if that one had never come', () => {
    const [strong, weak] = [aFinding({ id: 'strong', day: 100, s: 80 }), aFinding({ id: 'weak', day: 100, s: 60 })];
    const refuted = aChange({ target: 'strong', status: 'refuted', releasedOn: 150 });
    const log = [strong, weak, campaign(110, ['strong', 'weak']), refuted];
    expect(levelHistory(log, policy)).toEqual(levelHistory([weak], policy));
  });

  it('lowers the level that the flood had entered', () => {
    const flood = Array.from({ length: 40 }, (_, n) => aSignal({ id: `f${n}`, day: 100, s: 60, grade: 'A', matter: `F${n}` }));
    const before = foldSubject(flood, policy);
    expect(before.level).toBe(REMIND);
    const after = applyEntry(
      before,
      campaign(
        101,
        flood.map(({ id }) => id),
      ),
      flood,
      policy,
    );
    expect(after).toMatchObject({ before: { level: REMIND }, after: { level: WATCH } });
    expect(after.edge).toBeUndefined();
  });
});
