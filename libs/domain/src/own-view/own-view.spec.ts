import fc from 'fast-check';
import { aspectOf } from '#domain/own-view/aspects';
import { isAllClosed } from '#domain/own-view/closing';
import { type OwnPoints, ownPoints } from '#domain/own-view/own-points';
import { ownFacts, ownView } from '#domain/own-view/own-view';
import { MAY_CARRY, NEVER_CARRY } from '#domain/points/carrying-codes';
import { PACKS } from '#domain/points/packs';
import { pointsOn } from '#domain/points/points-on';
import { isOfSignal, type Scheme } from '#domain/points/scheme';
import type { LedgerEntry, SignalEntry } from '#domain/risk/ledger-entry';
import { SHIPPED_POLICY as policy } from '#domain/risk/policies';
import { aChange, aFinding, aSignal, aWithdrawal } from '#testing/ledger';
import { anyLedger } from '#testing/tight-ledger';

const audit = (given: Partial<SignalEntry> = {}): SignalEntry =>
  aFinding({ id: 'audit', code: 'org-audit-exit-finding', group: 'A-AUDIT', reporterKind: 'agency-finding', ...given });
const sanction = (id: string, kind: string): SignalEntry =>
  audit({ id, code: 'org-administrative-sanction', s: 0, matter: id, fields: { sanction: kind, effectiveFrom: '2026-04-01' } });

/** Every type there is, and every kind of reporter, so that a ledger holds what it could hold. */
const CODES = [...Object.keys(MAY_CARRY), ...Object.keys(NEVER_CARRY)];
const KINDS = ['agency-finding', 'agency-report', 'real-name', 'anonymous', 'media', 'unknown', undefined];
const named = (code: fc.Arbitrary<string>): fc.Arbitrary<readonly LedgerEntry[]> =>
  fc.tuple(anyLedger, fc.array(fc.tuple(code, fc.constantFrom(...KINDS)), { minLength: 18, maxLength: 18 })).map(([log, names]) =>
    log.map((entry, place) => {
      const [given = 'org-audit-exit-finding', reporterKind] = names[place % names.length] ?? [];
      return entry.kind === 'signal' ? { ...entry, code: given, ...(reporterKind !== undefined && { reporterKind }) } : entry;
    }),
  );
const aNamedLedger = named(fc.constantFrom(...CODES));

/** What is left of a log without all that is no finding of an organ, and without what was decided of that. */
function findingsAlone(log: readonly LedgerEntry[], besides: (entry: LedgerEntry) => boolean = () => false): readonly LedgerEntry[] {
  const isFinding = (entry: LedgerEntry): boolean =>
    entry.kind === 'signal' &&
    entry.reporterKind === 'agency-finding' &&
    ![entry.channel, entry.group].some((source) => source === 'public' || source === 'media');
  const findings = new Set(log.filter((entry) => isFinding(entry) || besides(entry)).map(({ id }) => id));
  const decided = new Set(log.filter((entry) => entry.kind === 'change' && findings.has(entry.target)).map(({ id }) => id));
  return log.filter((entry) => {
    if (entry.kind === 'withdrawal') return findings.has(entry.target) || decided.has(entry.target);
    return findings.has(entry.id) || decided.has(entry.id);
  });
}

describe('what the person concerned is shown', () => {
  it('is of each aspect one line, borne out or not, and what was decided, each kind once', () => {
    const ledger = [
      audit(),
      audit({ id: 'second', matter: 'B' }),
      audit({ id: 'late', code: 'self-personal-matters-late', channel: 'self', matter: 'C' }),
      aChange({ target: 'late', status: 'refuted', releasedOn: 40 }),
      sanction('first', '记过'),
      sanction('again', '记过'),
      sanction('other', '警告'),
    ];
    expect(ownView(ledger, policy)).toEqual({
      findings: [
        { aspect: 'integrity', borneOut: true },
        { aspect: 'discipline', borneOut: false },
      ],
      decisions: [
        { code: 'org-administrative-sanction', kind: '警告' },
        { code: 'org-administrative-sanction', kind: '记过' },
      ].toSorted((a, b) => (a.kind < b.kind ? -1 : 1)),
    });
  });

  it.each([
    ['a petition, though it was verified', audit({ channel: 'public', group: 'public', code: 'public-accusation-real-name' })],
    ['what an organ has from the public', audit({ group: 'public' })],
    ['what an organ has from the media', audit({ group: 'media' })],
    ['what somebody told an organ', audit({ reporterKind: 'agency-report' })],
    ['what does not say who found it', audit({ reporterKind: 'unknown' })],
    ['what is not checked', audit({ status: 'unverified' })],
    ['what is only plausible', audit({ status: 'plausible' })],
    ['what was found malicious', audit({ status: 'malicious' })],
    ['a clue that was registered', audit({ code: 'org-clue-registered' })],
    ['a clue that an inspection handed over', audit({ code: 'superior-clue-transferred' })],
    ['an opinion of a colleague', audit({ code: 'team-nomination-personal', channel: 'team' })],
    ['a type that nobody knows', audit({ code: 'constructor' })],
  ])('is nothing of %s', (_, entry) => {
    expect(ownView([entry], policy)).toEqual({ findings: [], decisions: [] });
  });

  it('is nothing of what its source took back', () => {
    expect(ownView([audit(), aWithdrawal('audit', 50)], policy)).toEqual({ findings: [], decisions: [] });
  });

  it('is the same whether anybody reported or not: nothing outside the findings of organs leaves a trace in it', () => {
    fc.assert(
      fc.property(aNamedLedger, (log) => {
        expect(ownView(findingsAlone(log), policy)).toEqual(ownView(log, policy));
      }),
      { numRuns: 300 },
    );
  });

  const anySignal = PACKS.filter(({ items }) => items.some(({ of }) => isOfSignal(of) && of.when === undefined));
  it.each(anySignal)('has the same points whether anybody reported or not: $name', (scheme) => {
    const told = (log: readonly LedgerEntry[], today: number): OwnPoints =>
      ownPoints(scheme, pointsOn(scheme, ownFacts(log, policy), today));
    const counted = scheme.items.flatMap(({ of }) => (isOfSignal(of) ? [of.code] : []));
    let counting = 0;
    fc.assert(
      fc.property(
        named(fc.oneof({ weight: 1, arbitrary: fc.constantFrom(...CODES) }, { weight: 4, arbitrary: fc.constantFrom(...counted) })),
        (log) => {
          const links = new Set(log.filter(({ kind }) => kind === 'link').map(({ id }) => id));
          const kept = findingsAlone(log, ({ id }) => links.has(id));
          const today = log.at(-1)?.releasedOn ?? 0;
          expect(told(kept, today)).toEqual(told(log, today));
          if (told(log, today).items.length > 0) counting += 1;
        },
      ),
      { numRuns: 3_000 },
    );
    expect(counting).toBeGreaterThan(0);
  });

  it('has each item of a scheme once, in an order of its own', () => {
    const scheme = PACKS.find(({ name }) => name === 'changwu-12') as Scheme;
    const told = (ids: readonly string[]): OwnPoints =>
      ownPoints(
        scheme,
        pointsOn(
          scheme,
          ownFacts(
            ids.map((id) => sanction(id, '记过')),
            policy,
          ),
          30,
        ),
      );
    expect(told(['a', 'b']).items).toEqual([{ label: expect.anything(), points: 2 * (told(['a']).items[0]?.points ?? 0) }]);
  });

  it('is the same whatever the order, and says no more for more of the same', () => {
    fc.assert(
      fc.property(aNamedLedger, (log) => {
        const shown = ownView(log, policy);
        expect(ownView(log.toReversed(), policy)).toEqual(shown);
        const copies = log.flatMap((entry) =>
          entry.kind === 'signal' && !log.some((other) => isAbout(other, entry.id)) ? [{ ...entry, id: `${entry.id} again` }] : [],
        );
        expect(ownView([...log, ...copies], policy)).toEqual(shown);
      }),
    );
  });

  it('has an aspect for each conclusion and each overdue duty, and none for what never carries points', () => {
    const told = Object.entries(MAY_CARRY).filter(([, ground]) => ground === 'conclusion' || ground === 'overdue');
    expect(told.filter(([code]) => aspectOf(code) === undefined)).toEqual([]);
    expect(Object.keys(NEVER_CARRY).filter((code) => aspectOf(code) !== undefined)).toEqual([]);
  });
});

const isAbout = (entry: LedgerEntry, id: string): boolean =>
  ((entry.kind === 'change' || entry.kind === 'withdrawal') && entry.target === id) ||
  (entry.kind === 'mitigation' && entry.targets.includes(id));

describe('work on a person', () => {
  const closing = (releasedOn: number, disposition = '予以了结'): SignalEntry =>
    audit({ id: 'closing', code: 'org-clue-disposed', releasedOn, fields: { disposition } });

  it.each([
    ['nobody was ever proposed', [], [], true],
    [
      'what was proposed was dismissed, and what was taken withdrawn',
      [
        ['dismissed', 5],
        ['withdrawn', 9],
      ],
      [],
      true,
    ],
    ['a candidate waits', [['proposed', undefined]], [], false],
    ['its dismissal is asked for', [['dismissal-asked', undefined]], [], false],
    ['it was taken', [['taken', 10]], [], false],
    ['it was taken, and a clue was closed before', [['taken', 10]], [closing(9)], false],
    ['it was taken, and the clue was closed', [['taken', 10]], [closing(10)], true],
    ['it was taken, and the clue went on to verification', [['taken', 10]], [closing(12, '初步核实')], false],
    ['it was taken, and the closing is not verified', [['taken', 10]], [{ ...closing(12), status: 'unverified' as const }], false],
  ] as const)('%s', (_, candidates, entries, closed) => {
    const worked = candidates.map(([state, decidedOn]) => ({ state, decidedOn }));
    expect(isAllClosed(worked, [aSignal(), ...entries], policy)).toBe(closed);
  });
});
