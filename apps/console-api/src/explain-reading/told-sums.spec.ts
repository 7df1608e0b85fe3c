import fc from 'fast-check';
import { explainOtherwise } from '#domain/risk/counterfactual';
import { SHIPPED_POLICY as policy } from '#domain/risk/policies';
import { readingAsOf } from '#domain/risk/history';
import { anyLedger } from '#testing/tight-ledger';
import { besideOf, scoredChannels } from './explained-events';

interface Node {
  readonly part: number;
}
const sum = (nodes: readonly Node[]): number => nodes.reduce((total, { part }) => total + part, 0);

describe('the tree that is told of a reading', () => {
  it('adds up to the reading at every node to the milli-point, though what is not scored is left out of it', () => {
    fc.assert(
      fc.property(anyLedger, fc.nat({ max: 1_500 }), (log, day) => {
        const { explanation, without } = explainOtherwise(log, day, policy);
        const channels = scoredChannels(explanation.channels, besideOf(log, new Map(), without));
        const { E, P } = readingAsOf(log, day, policy);
        expect(sum(channels) + explanation.corroboration.part).toBe(E);
        expect(E + explanation.exposure.part).toBe(P);
        for (const { part, matters } of channels) {
          expect(sum(matters)).toBe(part);
          for (const { part: ofMatter, events } of matters) expect(sum(events)).toBe(ofMatter);
        }
      }),
    );
  });
});
