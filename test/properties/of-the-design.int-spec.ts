import { EXPLANATION_PROPERTIES_OF_THE_DESIGN } from '#testing/explanation-properties';
import { FOLD_PROPERTIES_OF_THE_DESIGN } from '#testing/fold-properties';
import fc from 'fast-check';

const RUNS = 10_000;
const PROPERTIES = { ...FOLD_PROPERTIES_OF_THE_DESIGN, ...EXPLANATION_PROPERTIES_OF_THE_DESIGN };

/** Typed off risk-model 13. */
const NAMED_BY_THE_DESIGN = [
  'same cells and same E for a shuffled order',
  'same level for the same log',
  'add then retract = never added, bit for bit, level included',
  'removing a scoring event never raises E',
  'leaf contributions + corroboration = E exactly',
  'incremental = recompute from the ledger',
  'replay = live',
  'no level rises by ageing',
  'copies never pass the matter cap',
  'public and media alone, with no item plausible or better, never reach inquiry nor open the gate',
  'a measure never changes E',
];

describe('a property of the design that must hold', () => {
  it('is each of these, and no other', () => {
    expect(Object.keys(PROPERTIES).toSorted()).toEqual(NAMED_BY_THE_DESIGN.toSorted());
  });

  it.each(Object.entries(PROPERTIES))(
    'holds on ten thousand ledgers: %s',
    (_, property) => {
      fc.assert(property, { numRuns: RUNS });
    },
    300_000,
  );
});
