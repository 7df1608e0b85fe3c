import * as fc from 'fast-check';
import { splitBatch } from './split-batch';

it('a batch is cut into its events, whatever stands in them', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), fc.nat(3), (values, indent) => {
      const items = splitBatch(` ${JSON.stringify(values, null, indent)}\n`);
      expect(items.map(({ text }) => JSON.parse(text) as unknown)).toEqual(JSON.parse(JSON.stringify(values)));
    }),
  );
});
