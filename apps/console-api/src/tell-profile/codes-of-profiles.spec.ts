import { CADRE_CATEGORIES } from '#contracts/registry/cadre-categories';
import { PROFILE_DIMENSIONS, PROFILE_UNIT_SIZES } from '#contracts/console/profiles';
import { signalOfCode } from '#contracts/signals/catalogue';
import { dimensionOf, DIMENSIONS, isFirst, NAMED_CODES } from '#domain/profile/supervised-on';
import { UNIT_SIZES } from '#domain/profile/unit-size';

describe('what profiles name', () => {
  it('is in the catalogue and in the register of categories', () => {
    expect(NAMED_CODES.filter((code) => signalOfCode(code) === undefined)).toEqual([]);
    expect(CADRE_CATEGORIES.map((category) => NAMED_CODES.some((code) => isFirst(category, code)))).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
    ]);
    expect([PROFILE_DIMENSIONS, PROFILE_UNIT_SIZES]).toEqual([DIMENSIONS, UNIT_SIZES]);
  });

  it('speaks of no dimension where it comes from petitions or the media', () => {
    const outside = NAMED_CODES.filter((code) => ['public', 'media'].includes(signalOfCode(code)?.channel ?? ''));
    expect(outside.length).toBeGreaterThan(0);
    expect(outside.filter((code) => dimensionOf(code) !== undefined)).toEqual([]);
  });
});
