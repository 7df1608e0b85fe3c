import { clockOf, daysAbove } from '#domain/risk/decay';
import { Gauge } from '#domain/risk/gauge';
import { isGrounded } from '#domain/risk/grounds';
import { APART, joiningOf } from '#domain/risk/joining';
import type { SignalEntry } from '#domain/risk/ledger-entry';
import { addDifferences, difference } from '#domain/risk/matters';
import { SHIPPED_POLICY as policy } from '#domain/risk/policies';
import { totalOn } from '#domain/risk/reading';
import { NOTHING, valueOf } from '#domain/risk/signal-value';
import { bracketOf, BRACKETS, footOf, taxed, taxedTogether } from '#domain/risk/tax-brackets';
import { oddsReaching, scoreOfOdds } from '#domain/risk/total';
import { anUnplacedSignal, placed } from '#testing/arbitrary-ledger';
import fc from 'fast-check';

/** Signals in many matters, most of them alone in theirs, a few days apart. */
const aFlood: fc.Arbitrary<readonly SignalEntry[]> = fc
  .array(fc.tuple(anUnplacedSignal, fc.nat({ max: 40 }), fc.nat({ max: 20 })), { maxLength: 60 })
  .map((drawn) => {
    let day = 100;
    return drawn.map(([signal, matter, wait], n) => {
      day += wait;
      return placed({ ...signal, matter: `m${matter}` }, `e${n}`, day);
    });
  });

const worth = (signal: SignalEntry) =>
  difference(signal, NOTHING, valueOf(signal, { ...signal, mitigation: signal.mitigation ?? 100 }, policy));

describe('a gauge', () => {
  it('holds the true odds of every day between its bounds, and decides as they do', () => {
    const linked = joiningOf([{ matters: ['m1', 'm2', 'm3'] }]);
    fc.assert(
      fc.property(aFlood, fc.constantFrom(APART, linked), fc.nat({ max: 500 }), (flood, joining, ahead) => {
        const gauge = new Gauge(joining, policy);
        let matters: Parameters<typeof totalOn>[0] = [];
        for (const signal of flood) {
          const day = signal.releasedOn;
          gauge.add([worth(signal)], day);
          matters = addDifferences({ joining, matters }, [worth(signal)], policy);
          const { lowOdds, highOdds } = gauge.spanOn(day);
          const { odds, E, grounded } = totalOn(matters, day, policy);
          expect([lowOdds <= odds, odds <= highOdds]).toEqual([true, true]);
          expect([gauge.isBelow(E, day), gauge.isBelow(E + 1, day), gauge.scoreOn(day)]).toEqual([false, true, E]);
          expect(isGrounded(gauge, day + ahead, policy)).toBe(totalOn(matters, day + ahead, policy).grounded);
          expect(isGrounded(gauge, day, policy)).toBe(grounded);
          const later = totalOn(matters, day + ahead, policy).E;
          expect([gauge.willBeBelow(later, day + ahead), gauge.willBeBelow(later + 1, day + ahead)]).toEqual([false, true]);
        }
        const last = flood.at(-1)?.releasedOn ?? 100;
        const end = totalOn(matters, last + 2 * ahead, policy).E;
        expect([gauge.isBelow(end, last + 2 * ahead), gauge.isBelow(end + 1, last + 2 * ahead)]).toEqual([false, true]);
        const between = totalOn(matters, last + ahead, policy).E;
        expect([gauge.willBeBelow(between, last + ahead), gauge.willBeBelow(between + 1, last + ahead)]).toEqual([false, true]);
        expect(gauge.matters()).toEqual(matters);
      }),
      { numRuns: 300 },
    );
  });

  it('is within a micro-odd an item for thousands of letters, each a matter of its own', () => {
    const gauge = new Gauge(APART, policy);
    const letters = Array.from({ length: 400 }, (_, n) =>
      placed(
        {
          kind: 'signal',
          channel: 'public',
          group: 'public',
          matter: `m${n}`,
          s: 5,
          severity: 1,
          grade: 'D',
          status: 'unverified',
          halfLife: 180,
          late: n % 50,
        },
        `e${n}`,
        500,
      ),
    );
    gauge.add(letters.map(worth), 500);
    const { lowOdds, highOdds } = gauge.spanOn(700);
    expect(highOdds - lowOdds).toBeLessThanOrEqual(400);
  });
});

describe('brackets', () => {
  const knee = fc.integer({ min: 0, max: 1_000_000 });

  it('tax several odds of one bracket together within a micro-odd each', () => {
    fc.assert(
      fc.property(knee, fc.array(fc.nat({ max: 6_000_000 }), { minLength: 1, maxLength: 30 }), (M, drawn) => {
        for (const bracket of BRACKETS) {
          const odds = drawn.filter((each) => bracketOf(each, M) === bracket);
          const whole = odds.reduce((sum, each) => sum + each, 0);
          const { least, most } = taxedTogether({ count: odds.length, least: whole, most: whole }, bracket, M);
          const sum = odds.reduce((total, each) => total + taxed(each, M), 0);
          expect([least <= sum, sum <= most, most - least <= odds.length]).toEqual([true, true, true]);
        }
      }),
    );
  });

  it('end where the next begins', () => {
    fc.assert(
      fc.property(knee, fc.nat({ max: 6_000_000 }), (M, odds) => {
        const bracket = bracketOf(odds, M);
        expect(bracket === 0 || odds > footOf(bracket, M)).toBe(true);
      }),
    );
  });
});

describe('time', () => {
  it('leaves odds above a foot for at least as long as it is said to', () => {
    const halfLife = fc.constantFrom(90 as const, 180 as const, 365 as const);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20_000_000 }),
        fc.nat({ max: 2_000_000 }),
        halfLife,
        fc.nat({ max: 9_000 }),
        (odds, foot, h, day) => {
          const signal = {
            ...placed(
              {
                kind: 'signal',
                channel: 'self',
                group: 'a',
                matter: 'm',
                s: 1,
                severity: 1,
                grade: 'A',
                status: 'verified',
                halfLife: h,
                late: 0,
              },
              'e',
              day,
            ),
          };
          const matters = addDifferences({ joining: APART, matters: [] }, [{ signal, odds, solid: 0, grave: 0 }], policy);
          const days = daysAbove(odds, foot, h, policy);
          const growth = clockOf(policy, day + days)[[90, 180, 365].indexOf(h)];
          const sum = matters[0]?.cells[0]?.sums.find((each) => each > 0n) ?? 0n;
          const left = growth === undefined ? 0n : (sum >> growth.shift) / growth.mantissa;
          expect(days === 0 || left > BigInt(foot)).toBe(true);
          expect(days).toBeLessThan(h);
        },
      ),
    );
  });
});

describe('a threshold in points', () => {
  it('is reached by exactly the odds that are not below it', () => {
    fc.assert(
      fc.property(fc.nat({ max: 99_999 }), (threshold) => {
        const least = oddsReaching(threshold);
        expect(scoreOfOdds(least)).toBeGreaterThanOrEqual(threshold);
        expect(least === 0 || scoreOfOdds(least - 1) < threshold).toBe(true);
      }),
    );
    expect(oddsReaching(100_000)).toBe(Infinity);
  });
});
