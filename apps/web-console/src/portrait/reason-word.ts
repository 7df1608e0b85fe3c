import type { ExplanationAnswer } from '../contracts';
import { fill } from '../parts/fill';
import { listed, statusWord } from '../parts/words';
import { textsOf } from '../texts/texts';

const texts = textsOf('portrait');
const words = textsOf('words');

type Reason = ExplanationAnswer['history'][number]['reason'];

/** Why a level moved, in one sentence. */
export function reasonWord({ kind, label, status, grade }: Reason): string {
  if (kind === 'time') return words.byTime;
  const what = label ?? texts.newSignal;
  if (kind !== 'change') return fill(texts.reasons[kind], { what });
  const decided = [
    ...(status === null ? [] : [fill(texts.reasons.status, { status: statusWord(status) })]),
    ...(grade === null ? [] : [fill(texts.reasons.grade, { grade })]),
  ];
  return fill(texts.reasons.change, { what, decided: listed(decided) });
}
