import { attributesIn } from './read-binary';

const REQUIRED = ['ce-specversion', '1.0'];

describe('attributes in headers', () => {
  it('are taken whatever the case of their names, unquoted and decoded once', () => {
    const headers = ['Host', 'x', ...REQUIRED, 'Ce-Id', '%E4%B8%80%2520', 'ce-source', '"/agency/\\"A\\""', 'ce-time', '100%'];
    expect(attributesIn(headers)).toEqual({ specversion: '1.0', id: '一%20', source: '/agency/"A"', time: '100%' });
  });

  it.each([
    ['a name with a line', [...REQUIRED, 'ce-__proto__', '1'], 'attribute-name-malformed'],
    ['one twice', [...REQUIRED, 'ce-id', '1', 'CE-ID', '1'], 'attribute-repeated'],
    ['raw bytes', [...REQUIRED, 'ce-id', '\u00e4'], 'attribute-not-encoded'],
    ['bytes that are not UTF-8', [...REQUIRED, 'ce-id', '%ff'], 'attribute-not-encoded'],
    ['NUL', [...REQUIRED, 'ce-id', '%00'], 'text-with-nul'],
    ['none at all', ['content-type', 'application/json'], 'not-a-cloud-event'],
  ])('are refused: %s', (_, headers, code) => {
    expect(() => attributesIn(headers)).toThrow(expect.objectContaining({ status: 400, code }) as Error);
  });
});
