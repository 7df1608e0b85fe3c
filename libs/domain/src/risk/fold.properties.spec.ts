import { EXPLANATION_PROPERTIES_OF_THE_DESIGN, OTHER_EXPLANATION_PROPERTIES } from '#testing/explanation-properties';
import { FOLD_PROPERTIES_OF_THE_DESIGN } from '#testing/fold-properties';
import { OTHER_FOLD_PROPERTIES } from '#testing/other-fold-properties';
import fc from 'fast-check';

/** A first look in seconds; test/properties looks a hundred times as long. */
const RUNS = 100;

describe('the fold', () => {
  it.each(Object.entries({ ...FOLD_PROPERTIES_OF_THE_DESIGN, ...OTHER_FOLD_PROPERTIES }))('%s', (_, property) => {
    fc.assert(property, { numRuns: RUNS });
  });
});

describe('an explanation', () => {
  it.each(Object.entries({ ...EXPLANATION_PROPERTIES_OF_THE_DESIGN, ...OTHER_EXPLANATION_PROPERTIES }))('%s', (_, property) => {
    fc.assert(property, { numRuns: RUNS });
  });
});
