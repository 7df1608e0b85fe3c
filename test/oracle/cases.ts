import { aLedger } from '#testing/arbitrary-ledger';
import { aTightLedger } from '#testing/tight-ledger';
import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import type { Answer, Case, Read } from './oracle';

/** Logs begin on day 100, and most end before day 700. */
const aDay = fc.oneof(fc.integer({ min: 90, max: 140 }), fc.integer({ min: 50, max: 700 }), fc.nat({ max: 2_500 }));

const aCase: fc.Arbitrary<Case> = fc.record({
  entries: fc.oneof({ weight: 1, arbitrary: aLedger }, { weight: 4, arbitrary: aTightLedger }),
  days: fc.array(aDay, { minLength: 5, maxLength: 5 }),
});

/** The same cases for the same seed. */
export function someCases(seed: number, count: number): readonly Case[] {
  return fc.sample(aCase, { seed, numRuns: count });
}

const NO_ANSWER: Answer = { reads: [], history: [] };

/** What differs, one text for each case with its log, the shortest logs first. */
export function differences(cases: readonly Case[], oracle: readonly Answer[], product: readonly Answer[]): readonly string[] {
  return cases
    .map((one, place) => ({ ...one, told: differencesOf(oracle[place] ?? NO_ANSWER, product[place] ?? NO_ANSWER) }))
    .filter(({ told }) => told.length > 0)
    .toSorted((a, b) => a.entries.length - b.entries.length)
    .map(({ entries, told }) => [...told, ...entries.map((entry) => JSON.stringify(entry))].join('\n'));
}

function differencesOf(oracle: Answer, product: Answer): readonly string[] {
  if (oracle.reads.length !== product.reads.length) return [differing('number of readings', oracle.reads.length, product.reads.length)];
  const inReads = oracle.reads.flatMap((read, place) => differencesOfReads(read, product.reads[place]));
  if (isDeepStrictEqual(oracle.history, product.history)) return inReads;
  return [...inReads, differing('level history', oracle.history, product.history)];
}

function differencesOfReads(oracle: Read, product: Read | undefined): readonly string[] {
  const names = Object.keys({ ...oracle, ...product }) as (keyof Read)[];
  return names
    .filter((name) => !isDeepStrictEqual(oracle[name], product?.[name]))
    .map((name) => differing(`${name} on day ${oracle.day}`, oracle[name], product?.[name]));
}

function differing(what: string, oracle: unknown, product: unknown): string {
  return `${what}: ${JSON.stringify(oracle)} by the text, ${JSON.stringify(product)} by the product`;
}
