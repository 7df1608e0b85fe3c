import { Readable } from 'node:stream';
import { placeOfNul } from '#platform/http/nul';

const deep = (levels: number, inmost: string): unknown => JSON.parse('['.repeat(levels) + JSON.stringify(inmost) + ']'.repeat(levels));

describe('the place of a NUL', () => {
  it.each<[unknown, string | undefined]>([
    ['a', undefined],
    ['a\0', ''],
    [{ a: 'b', c: [1, null, true, { d: '' }] }, undefined],
    [{ a: 'b', c: [1, null, true, { 'd/~': '\0' }] }, '/c/3/d~1~0'],
    [{ a: { 'b\0': 1 } }, '/a'],
    [Object.assign(Object.create(null) as object, { unit: ['U-1', '\0'] }), '/unit/1'],
  ])('in %j is %j', (value, place) => {
    expect(placeOfNul(value)).toBe(place);
  });

  it('is found however deep, and not looked for in bytes and streams', () => {
    expect(placeOfNul(deep(100_000, '\0'))).toMatch(/^(\/0){100000}$/);
    expect(placeOfNul(deep(100_000, 'a'))).toBeUndefined();
    expect(placeOfNul(Buffer.from('\0'))).toBeUndefined();
    expect(placeOfNul(Readable.from(['\0']))).toBeUndefined();
  });
});
