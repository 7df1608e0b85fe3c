import { quotient } from '#domain/risk/integers';
import fc from 'fast-check';

const MOST = Number.MAX_SAFE_INTEGER;

describe('the quotient of whole numbers', () => {
  it('is that of exact arithmetic, just below a multiple too', () => {
    const aDivisor = fc.oneof(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 10_000_000 }), fc.integer({ min: 1, max: MOST }));
    const beside = fc.integer({ min: -1, max: 1 });
    fc.assert(
      fc.property(aDivisor, fc.double({ min: 0, max: 1, noNaN: true }), beside, (divisor, share, by) => {
        const dividend = Math.min(MOST, Math.max(0, Math.floor((share * MOST) / divisor) * divisor + by));
        fc.pre(Number.isSafeInteger(dividend));
        expect(BigInt(quotient(dividend, divisor))).toBe(BigInt(dividend) / BigInt(divisor));
      }),
      { numRuns: 20_000 },
    );
  });
});
