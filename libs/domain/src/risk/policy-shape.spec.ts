import Ajv2020 from 'ajv/dist/2020';
import * as fc from 'fast-check';
import { REFERENCE_POLICY } from '#domain/risk/policies';
import { DRAFT_SHAPE, ODDS_POLICY_SCHEMA } from '#domain/risk/policy-shape';

const accepts = new Ajv2020({ strict: true }).compile(ODDS_POLICY_SCHEMA);
const takes = (json: unknown): boolean => DRAFT_SHAPE(json, '').length === 0;

const small = structuredClone(REFERENCE_POLICY) as unknown as Record<string, unknown>;
delete small['halfLifeTables'];
small['floors'] = { 'a/b': { level: 'watch', months: { 警告: 6 } } };
small['weights'] = { 'a/b': { '1': 5 }, constructor: {} };

/** The paths of all places in a document. */
function placesIn(json: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof json !== 'object' || json === null) return [path];
  return [path, ...Object.entries(json).flatMap(([name, member]) => placesIn(member, [...path, name]))];
}

type Mutation = 'replace' | 'remove' | 'add';

function mutated(json: unknown, [step, ...rest]: readonly string[], kind: Mutation, value: unknown): unknown {
  if (step === undefined) return kind === 'add' && typeof json === 'object' && json !== null ? { ...json, [String(value)]: value } : value;
  const copy = (Array.isArray(json) ? [...json] : { ...(json as object) }) as Record<string, unknown>;
  if (kind === 'remove' && rest.length === 0) delete copy[step];
  else copy[step] = mutated(copy[step], rest, kind, value);
  return Array.isArray(json) ? Object.values(copy) : copy;
}

describe('the published schema of an odds policy', () => {
  it('takes what we take', () => {
    expect([takes(REFERENCE_POLICY), accepts(REFERENCE_POLICY)]).toEqual([true, true]);
    expect([takes(small), accepts(small)]).toEqual([true, true]);
  });

  it('takes and refuses the same as we do, whatever is changed and where', () => {
    const value = fc.oneof(
      fc.jsonValue(),
      fc.integer({ min: -2, max: 120_000_000 }),
      fc.double(),
      fc.constantFrom('A', 'watch', '', ' ', '\uFEFF', '1', 'age', 1.5, 0, 95, 96, null, [], {}),
    );
    const change = fc.tuple(fc.constantFrom(...placesIn(small)), fc.constantFrom<Mutation>('replace', 'remove', 'add'), value);
    let taken = 0;
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        let json: unknown = small;
        for (const [path, kind, given] of changes) {
          try {
            json = mutated(json, path, kind, given);
          } catch {
            // An earlier change took the place away.
          }
        }
        const document = JSON.parse(JSON.stringify(json) ?? 'null') as unknown;
        expect(takes(document)).toBe(accepts(document));
        if (takes(document)) taken += 1;
      }),
      { numRuns: 3_000 },
    );
    expect(taken).toBeGreaterThan(100);
  });
});
