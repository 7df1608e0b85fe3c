import { bearersOf } from '#domain/points/bearers';
import { begunBy, stateOn } from '#domain/points/day-state';
import { pointsOn } from '#domain/points/points-on';
import type { Scheme } from '#domain/points/scheme';
import { PACKS } from '#domain/points/packs';
import { factsOf, type ToldFact } from '#testing/points-facts';
import { dateOf, dayOf } from '#domain/calendar/day';
import { YUNLING_100 } from '#testing/schemes/yunling-100';
import fc from 'fast-check';

const ITEMS = [
  { code: 'superior-admonition', points: 5_000, most: 7_000 },
  { code: 'superior-criticism-circular', points: 4_000, most: 6_000 },
  { code: 'superior-reminder-talk', points: 3_000 },
];
/** Twelve months, with caps of items. */
const CAPPED = {
  ...PACKS[0],
  name: 'capped',
  start: { value: 0, direction: 'add' },
  windows: [{ key: 'year', label: { zh: '年' }, kind: 'rolling', months: 12 }],
  marks: [],
  procedure: { steps: [], confirmedBy: [], countsFrom: 'occurrence' },
  items: ITEMS.map(({ code, points, most }) => ({ key: code, label: { zh: code }, of: { code }, points, most })),
  notCounted: [],
  consequences: [],
  thresholds: [],
} as unknown as Scheme;

const told: fc.Arbitrary<ToldFact[]> = fc
  .array(fc.record({ item: fc.nat({ max: 2 }), matter: fc.constantFrom('A', 'B', 'C', 'D'), day: fc.nat({ max: 400 }) }), { maxLength: 9 })
  .map((facts) =>
    facts.map(({ item, matter, day }, nth) => ({
      id: `f${nth}`,
      code: ITEMS[item]?.code ?? '',
      matter,
      day: dateOf(9_600 + day),
      fields: {},
    })),
  );

describe('what counts of a matter', () => {
  it('never brings more when something ends, whatever the caps of the items', () => {
    fc.assert(
      fc.property(told, (facts) => {
        const values = Array.from({ length: 80 }, (_, nth) => pointsOn(CAPPED, factsOf(facts), 10_000 + nth * 5).value);
        expect(values).toEqual(values.toSorted((a, b) => b - a));
      }),
      { numRuns: 300 },
    );
  });

  it('is the lighter where the cap of the heavier leaves no room for it', () => {
    const facts = factsOf([
      { id: 'early', code: 'superior-admonition', matter: 'C', day: '2026-01-01' },
      { id: 'light', code: 'superior-reminder-talk', matter: 'C', day: '2026-01-02' },
      { id: 'a', code: 'superior-admonition', matter: 'A', day: '2026-01-03' },
      { id: 'b', code: 'superior-admonition', matter: 'B', day: '2026-01-04' },
    ]);
    const { value, items } = pointsOn(CAPPED, facts, 9_600);
    expect(value).toBe(10_000);
    expect(items.map(({ id, state }) => [id, state])).toContainEqual(['early', 'superseded']);
  });

  it('is told window by window: in a short one something may count that weighs less', () => {
    const steps = (id: string, on: string): ToldFact[] =>
      (['notice', 'verification', 'confirmation'] as const).map((step) => ({
        id: `${id} ${step}`,
        step,
        target: id,
        on,
        by: step === 'confirmation' ? 'head' : 'clerk',
      }));
    const facts = factsOf([
      { id: 'warning', code: 'org-party-sanction', matter: 'M', day: '2026-02-01', fields: { sanction: '警告' } },
      ...steps('warning', '2026-02-01'),
      { id: 'late', measure: 'late-plan', matter: 'M', day: '2027-02-01' },
      ...steps('late', '2027-02-01'),
    ]);
    const day = 9_950;
    const { counted } = stateOn(YUNLING_100, begunBy(YUNLING_100, bearersOf(YUNLING_100, facts), day), day);
    expect([...(counted.get('large-cycle') ?? [])]).toEqual([['warning', 30_000]]);
    expect([...(counted.get('small-cycle') ?? [])]).toEqual([['late', 1_500]]);
    const { consequences } = pointsOn(YUNLING_100, facts, day);
    expect(consequences.map(({ consequence, causes }) => [consequence.key, causes])).toContainEqual(['explains', ['late']]);
  });

  it('reaches no threshold by time alone, and one that time made hold by the next that adds to it', () => {
    const marks = [
      { key: 'yellow', label: { zh: '黄牌' }, colour: 'yellow' },
      { key: 'red', label: { zh: '红牌' }, colour: 'red' },
    ] as const;
    const two = { kind: 'count', window: 'year', mark: 'yellow', least: 2 } as const;
    const scheme: Scheme = {
      ...CAPPED,
      marks,
      items: CAPPED.items.map((item) => ({ ...item, mark: item.key === 'superior-admonition' ? 'red' : 'yellow' })),
      thresholds: [{ key: 'two', label: { zh: '两张黄牌' }, colour: 'yellow', anyOf: [two], effects: [] }],
    };
    const facts = factsOf([
      { id: 'red', code: 'superior-admonition', matter: 'A', day: '2026-01-01' },
      { id: 'beside', code: 'superior-reminder-talk', matter: 'A', day: '2026-06-01' },
      { id: 'first', code: 'superior-reminder-talk', matter: 'B', day: '2026-07-01' },
      { id: 'next', code: 'superior-reminder-talk', matter: 'C', day: '2027-02-01' },
    ]);
    const levelOn = (day: string): number | undefined => pointsOn(scheme, facts, dayOf(day)).level?.from;
    expect(levelOn('2027-01-31')).toBeUndefined();
    expect(levelOn('2027-02-01')).toBe(dayOf('2027-02-01'));
  });
});
