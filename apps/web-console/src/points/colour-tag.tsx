import type { ReactNode } from 'react';
import type { LevelName, PointsSchemeRow } from '../contracts';
import { LevelIcon } from '../parts/level-icon';
import { labelWord } from './label-word';

type Threshold = PointsSchemeRow['thresholds'][number];

/** The colours of schemes in the look of the levels, each with a shape of its own. */
const LOOKS: Readonly<Record<Threshold['colour'], LevelName>> = { green: 'none', blue: 'watch', yellow: 'remind', orange: 'inquiry', red: 'priority' };

/** A threshold or a card of a scheme by colour, shape and word together. */
export function ColourTag({ label, colour }: Pick<Threshold, 'label' | 'colour'>): ReactNode {
  const look = LOOKS[colour];
  return (
    <span className={`lq-level lq-level-${look}`}>
      <LevelIcon level={look} />
      {labelWord(label)}
    </span>
  );
}
