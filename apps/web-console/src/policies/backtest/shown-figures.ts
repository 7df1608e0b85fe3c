import { fill } from '../../parts/fill';
import { enumerated } from '../../parts/words';
import { textsOf } from '../../texts/texts';
import type { Pair } from './figures';

const texts = textsOf('backtest');

export const shownShare = (share: number | null): string => (share === null ? texts.noShare : fill(texts.percent, { value: share }));

/** A picture of pairs in one sentence, for those who do not see it. */
export function pairsInWords(pairs: readonly Pair[], shown: (value: number | null) => string): string {
  return enumerated(pairs.map(({ name, before, after }) => fill(texts.pair, { name, before: shown(before), after: shown(after) })));
}
