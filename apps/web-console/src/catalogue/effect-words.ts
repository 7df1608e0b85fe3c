import type { SignalKind } from '../contracts';
import { fill } from '../parts/fill';
import { statusWord } from '../parts/words';
import { textsOf } from '../texts/texts';

const texts = textsOf('catalogue');

/** In the order in which a filter offers them. */
export const EFFECTS = Object.keys(texts.effects) as readonly SignalKind['effect'][];
export const effectWord = (effect: SignalKind['effect']): string => texts.effects[effect];

/** What a signal of the type does to a reading, and why it is not scored. */
export function effectSentence({ effect, because, sets }: SignalKind): string {
  const what = fill(texts.effectWords[effect], { status: sets === undefined ? '' : statusWord(sets) });
  return because === undefined ? what : what + texts.because[because];
}

/** The severity classes that a sender may give, as a range. */
export function severityRange(severities: readonly number[]): string {
  const [lowest, highest] = [severities[0], severities[severities.length - 1]];
  if (lowest === undefined || highest === undefined) return texts.noSeverity;
  return fill(lowest === highest ? texts.severityOne : texts.severityRange, { lowest, highest });
}
