import type { ReactNode } from 'react';
import { useLabels } from '../catalogue/labels';
import type { ExplanationAnswer } from '../contracts';
import { writtenDay } from '../parts/civil-day';
import { fill } from '../parts/fill';
import { LevelTag } from '../parts/level-tag';
import { textsOf } from '../texts/texts';

const texts = textsOf('portrait');

/** A measure in force shows at least its level, beside the level of E and never instead of it. */
export function InForce({ explanation: { floor, level } }: { readonly explanation: Pick<ExplanationAnswer, 'floor' | 'level'> }): ReactNode {
  const labels = useLabels();
  if (floor === null) return null;
  const { code, from, until } = floor;
  return (
    <p>
      {fill(texts.inForce, { measure: labels.signal(code), from: writtenDay(from), until: writtenDay(until) })} <LevelTag level={floor.level} />
      {texts.inForceBeside} <LevelTag level={level} />
      {texts.inForceNotE}
    </p>
  );
}
