import { bearersOf } from '#domain/points/bearers';
import { begunBy, stateOn } from '#domain/points/day-state';
import { PACKS } from '#domain/points/packs';
import { pointsOn, type PointsReading } from '#domain/points/points-on';
import type { Scheme } from '#domain/points/scheme';
import { aReadingDay, aToldFact, toldFacts } from '#testing/arbitrary-points';
import { factOf, factsOf } from '#testing/points-facts';
import { YUNLING_100 } from '#testing/schemes/yunling-100';
import fc from 'fast-check';

const aScheme = fc.constantFrom(...PACKS, YUNLING_100);
const ofOneMatter = toldFacts.map((told) => told.map((fact) => ('day' in fact ? { ...fact, matter: 'A' } : fact)));
const graveness = ({ thresholds }: Scheme, { level }: PointsReading): number => thresholds.findIndex((each) => each === level?.threshold);
const deducted = ({ start }: Scheme, value: number): number => Math.abs(value - start.value);

describe('the points of a subject on a day', () => {
  it('are the same for any order in which facts and steps came in', () => {
    const shuffled = toldFacts.chain((told) => fc.tuple(fc.constant(told), fc.shuffledSubarray([...told], { minLength: told.length })));
    fc.assert(
      fc.property(aScheme, shuffled, aReadingDay, (scheme, [told, other], day) => {
        expect(pointsOn(scheme, factsOf(other), day)).toEqual(pointsOn(scheme, factsOf(told), day));
      }),
      { numRuns: 300 },
    );
  });

  it('are as if a fact had never come once it is withdrawn: what people did about it moves nothing', () => {
    fc.assert(
      fc.property(aScheme, toldFacts, aToldFact, aReadingDay, (scheme, told, [, ...steps], day) => {
        expect(pointsOn(scheme, factsOf([...told, ...steps]), day)).toEqual(pointsOn(scheme, factsOf(told), day));
      }),
      { numRuns: 300 },
    );
  });

  it('are as if a measure or a step had never come once it is taken back', () => {
    fc.assert(
      fc.property(aScheme, toldFacts, aToldFact, fc.nat(), (scheme, told, more, nth) => {
        const facts = factsOf([...told, ...more]);
        const entered = facts.filter(({ kind }) => kind !== 'fact');
        fc.pre(entered.length > 0);
        const target = entered[nth % entered.length]?.id ?? '';
        const back = factOf({ id: 'back', takesBack: target, on: '2026-01-01' });
        const without = facts.filter(({ id }) => id !== target);
        for (const day of [9_700, 10_000, 10_400]) expect(pointsOn(scheme, [...facts, back], day)).toEqual(pointsOn(scheme, without, day));
      }),
      { numRuns: 300 },
    );
  });

  it('are the sum of their items to the milli-point, and each matter counts once', () => {
    fc.assert(
      fc.property(aScheme, toldFacts, aReadingDay, (scheme, told, day) => {
        const { value, items, sums } = pointsOn(scheme, factsOf(told), day);
        const sum = items.reduce((all, { counted }) => all + counted, 0);
        expect(sums[0]?.sum).toBe(sum);
        expect(deducted(scheme, value)).toBe(Math.min(sum, scheme.start.direction === 'add' ? sum : scheme.start.value));
        const matterOf = new Map(items.map(({ id, bearer }) => [id, bearer.fact.matter]));
        const state = stateOn(scheme, begunBy(scheme, bearersOf(scheme, factsOf(told)), day), day);
        for (const ofWindow of state.counted.values()) {
          expect(new Set([...ofWindow.keys()].map((id) => matterOf.get(id))).size).toBe(ofWindow.size);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('leave nothing out for something else of its matter unless that counts', () => {
    fc.assert(
      fc.property(aScheme, ofOneMatter, aReadingDay, (scheme, told, day) => {
        const { items } = pointsOn(scheme, factsOf(told), day);
        const counting = new Set(items.filter(({ state }) => state === 'standing').map(({ bearer }) => bearer.fact.matter));
        expect(items.filter(({ state, bearer }) => state === 'superseded' && !counting.has(bearer.fact.matter))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('are as if what has expired had never come', () => {
    fc.assert(
      fc.property(aScheme, ofOneMatter, aReadingDay, (scheme, told, day) => {
        const { value, sums, items } = pointsOn(scheme, factsOf(told), day);
        const left = new Set(items.filter(({ state }) => state !== 'expired').map(({ bearer }) => bearer.fact.id));
        const gone = items.map(({ bearer }) => bearer.fact.id).filter((id) => !left.has(id));
        const without = pointsOn(
          scheme,
          factsOf(told).filter(({ id }) => !gone.includes(id)),
          day,
        );
        expect([without.value, without.sums]).toEqual([value, sums]);
      }),
      { numRuns: 300 },
    );
  });

  it('never get graver by time alone, and stay as they are until the next change that they tell', () => {
    fc.assert(
      fc.property(aScheme, toldFacts, aReadingDay, fc.nat({ max: 900 }), (scheme, told, day, wait) => {
        // Only what has begun by then: a later day would bring what happened later.
        const facts = factsOf(told).filter((fact) => ('day' in fact ? fact.day : 'on' in fact ? fact.on : 0) <= day);
        const now = pointsOn(scheme, facts, day);
        const [later, last] = [day + wait, (now.nextChange ?? day + wait + 1) - 1].map((on) => pointsOn(scheme, facts, on)) as [
          PointsReading,
          PointsReading,
        ];
        expect(deducted(scheme, later.value)).toBeLessThanOrEqual(deducted(scheme, now.value));
        expect(graveness(scheme, later)).toBeLessThanOrEqual(graveness(scheme, now));
        const spans = ({ consequences }: PointsReading): unknown => consequences.map(({ from, until }) => [from, until]);
        expect(spans(later)).toEqual(spans(now));
        const shown = ({ value, sums, level, items }: PointsReading): unknown => [value, sums, level, items.map(({ counted }) => counted)];
        expect(shown(last)).toEqual(shown(now));
      }),
      { numRuns: 300 },
    );
  });

  it('all end: long after the last fact nothing counts and no consequence holds', () => {
    fc.assert(
      fc.property(aScheme, toldFacts, (scheme, told) => {
        const { items, level, consequences, nextChange, day } = pointsOn(scheme, factsOf(told), 30_000);
        expect([items.some(({ counted }) => counted > 0), level, nextChange]).toEqual([false, undefined, undefined]);
        expect(consequences.every(({ from, until }) => from < until && until <= day)).toBe(true);
      }),
    );
  });

  it('never rise by a statement or an objection, nor by an objection that is rejected', () => {
    fc.assert(
      fc.property(aScheme, toldFacts, aReadingDay, fc.nat(), (scheme, told, day, nth) => {
        const target = told[nth % Math.max(1, told.length)]?.id ?? 'none';
        const said = (['statement', 'objection', 'objection-rejected'] as const).map((step) =>
          factOf({ id: `said ${step}`, step, target, on: '2026-06-01' }),
        );
        const [silent, heard] = [pointsOn(scheme, factsOf(told), day), pointsOn(scheme, [...factsOf(told), ...said], day)];
        expect([heard.value, heard.sums, heard.level?.threshold]).toEqual([silent.value, silent.sums, silent.level?.threshold]);
      }),
      { numRuns: 300 },
    );
  });

  it('never stand before another person has confirmed what a person entered', () => {
    fc.assert(
      fc.property(aScheme, toldFacts, aReadingDay, (scheme, told, day) => {
        const unconfirmed = factsOf(told).filter((fact) => fact.kind !== 'step' || fact.step !== 'confirmation');
        const { items } = pointsOn(scheme, unconfirmed, day);
        expect(items.filter(({ bearer, counted }) => bearer.fact.kind === 'measure' && counted > 0)).toEqual([]);
      }),
    );
  });
});
