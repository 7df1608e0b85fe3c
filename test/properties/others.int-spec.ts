import { OTHER_EXPLANATION_PROPERTIES } from '#testing/explanation-properties';
import { OTHER_FOLD_PROPERTIES } from '#testing/other-fold-properties';
import fc from 'fast-check';

const RUNS = 10_000;

describe('what follows from the design elsewhere', () => {
  it.each(Object.entries({ ...OTHER_FOLD_PROPERTIES, ...OTHER_EXPLANATION_PROPERTIES }))(
    'holds on ten thousand ledgers: %s',
    (_, property) => {
      fc.assert(property, { numRuns: RUNS });
    },
    300_000,
  );
});
