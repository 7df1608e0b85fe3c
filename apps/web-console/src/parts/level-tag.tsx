import type { ReactNode } from 'react';
import { useLabels } from '../catalogue/labels';
import type { LevelName } from '../contracts';
import { LevelIcon } from './level-icon';

/** A level by colour, shape and word together. */
export function LevelTag({ level }: { readonly level: LevelName }): ReactNode {
  const labels = useLabels();
  return (
    <span className={`lq-level lq-level-${level}`}>
      <LevelIcon level={level} />
      {labels.level(level)}
    </span>
  );
}
