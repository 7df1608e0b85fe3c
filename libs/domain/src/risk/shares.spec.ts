import { shares } from '#domain/risk/shares';
import { taxed } from '#domain/risk/tax-brackets';

describe('shares of a whole', () => {
  it('add up, with what is left over going to the largest remainders', () => {
    expect(shares(10, [1, 1, 1])).toEqual([4, 3, 3]);
    expect(shares(100, [1, 2, 4])).toEqual([14, 29, 57]);
    expect(shares(7, [0, 5, 0])).toEqual([0, 7, 0]);
  });

  it('go to the first where all weights are 0', () => {
    expect(shares(3, [0, 0])).toEqual([3, 0]);
    expect(shares(0, [])).toEqual([]);
  });
});

describe('the tax brackets', () => {
  it.each([
    [0, 0],
    [100, 100],
    [101, 100],
    [102, 101],
    [200, 150],
    [203, 150],
    [204, 151],
    [400, 200],
    [1_000_000, 200],
  ])('with a knee of 100 leave of %d micro-odds %d', (odds, left) => {
    expect(taxed(odds, 100)).toBe(left);
  });
});
