import type { Labels } from '../../catalogue/labels';
import type { ExplanationAnswer } from '../../contracts';
import { fill } from '../../parts/fill';
import { addedPoints, points } from '../../parts/points';
import { matterWord } from '../../parts/words';
import { textsOf } from '../../texts/texts';
import type { Step } from './waterfall-steps';

const texts = textsOf('portrait');

/** The name of a bar. */
export function stepWord(step: Step, labels: Labels, { exposure }: Pick<ExplanationAnswer, 'exposure'>): string {
  switch (step.kind) {
    case 'channel':
      return labels.channel(step.channel);
    case 'matter':
      return matterWord(step.matter);
    case 'signal':
      return `${step.event.label} ${step.event.day}`;
    case 'rest':
      return fill(texts.rest, { count: step.count });
    case 'exposure':
      return fill(texts.exposure, { percent: exposure.percent });
    case 'corroboration':
      return texts.corroboration;
    case 'total':
      return texts.total;
    case 'priority':
      return texts.priority;
    case 'without':
      return texts.withoutItem;
  }
}

export function valueWord({ kind, from, to }: Step): string {
  return kind === 'total' || kind === 'priority' || kind === 'without' ? points(to, 3) : addedPoints(to - from);
}
