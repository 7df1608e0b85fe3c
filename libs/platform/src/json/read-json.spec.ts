import * as fc from 'fast-check';
import { Problem } from '#platform/http/problem';
import { readJson, textOf } from '#platform/json/read-json';
import { repeatedKeyIn, scanValue } from '#platform/json/scan-json';

const membersOf = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? Object.values(value).reduce<number>((sum, inner) => sum + membersOf(inner), Array.isArray(value) ? 0 : Object.keys(value).length)
    : 0;

const problemOf = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

const codeOf = (text: string): unknown => {
  const problem = problemOf(() => readJson(text));
  return problem instanceof Problem ? `${problem.status} ${problem.code} ${problem.errors[0]?.pointer}` : problem;
};

describe('JSON as it is read', () => {
  it('is measured in one pass: where a value ends, how many members it names', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(3), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(scanValue(text, 0)).toMatchObject({ end: text.length, members: membersOf(value) });
      }),
    );
  });

  it('is read or refused with a sentence, never anything else, and read only if it is JSON', () => {
    const scrap = fc.string({
      unit: fc.constantFrom('{', '}', '[', ']', ':', ',', '"', '\\', 'a', '1', ' ', '\\u0000', '\\ud800', 'null', '__proto__'),
    });
    fc.assert(
      fc.property(fc.oneof(scrap, fc.string(), fc.json()), (text) => {
        const read = problemOf(() => readJson(text));
        const refusal = expect.objectContaining({ status: 400, detail: expect.stringMatching(/[一-龥]/) as string }) as unknown;
        expect(read).toEqual(read instanceof Problem ? refusal : JSON.parse(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it('never repeats what it says when it is refused', () => {
    const secret = '陈示例';
    for (const text of [`{"name":"${secret}"`, `{"a":${secret}}`, `${secret}`])
      expect(JSON.stringify(problemOf(() => readJson(text)))).not.toContain(secret);
  });

  it.each([
    ['{"a":1,"b":{"c":1,"c":2}}', '400 key-repeated '],
    ['{"a":{"x/y":["\\u0000"]}}', '400 text-with-nul /a/x~1y/0'],
    ['[[],{"n":9007199254740993}]', '400 number-not-exact /1/n'],
    ['{"a":{"__proto__":1}}', '400 key-not-allowed /a/__proto__'],
    ['{"a":"\\udfff"}', '400 text-not-whole /a'],
  ])('%s is refused as %s', (text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  it('is read up to 32 levels', () => {
    expect(readJson('['.repeat(32) + ']'.repeat(32))).toBeDefined();
    expect(codeOf('['.repeat(33) + ']'.repeat(33))).toBe('400 nested-too-deeply ');
  });

  it('names the repeated key, also behind texts that look like members', () => {
    expect(repeatedKeyIn('{"a":"\\"a\\":","b":[{"a":1},{"a":2}],"c":{"b":1},"b":2}')).toBe('b');
    expect(repeatedKeyIn('{"a":{"a":{"a":1}}}')).toBeUndefined();
  });

  it('may begin with a byte order mark and must be UTF-8', () => {
    expect(textOf(Buffer.from('\uFEFF{}'))).toBe('{}');
    expect(problemOf(() => textOf(Buffer.of(0x7b, 0xff, 0x7d)))).toMatchObject({ status: 400, code: 'not-utf-8' });
  });
});
