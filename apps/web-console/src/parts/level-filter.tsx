import { Segmented } from 'antd';
import type { ReactNode } from 'react';
import { useLabels } from '../catalogue/labels';

const ALL = 'all';

interface LevelFilterProps {
  readonly name: string;
  readonly all: string;
  /** Those to choose from; without it all there are. */
  readonly levels?: readonly string[] | undefined;
  readonly level: string | undefined;
  readonly onAsk: (level: string | undefined) => void;
}

/** One level, the gravest first, or all of them. */
export function LevelFilter({ name, all, levels, level, onAsk }: LevelFilterProps): ReactNode {
  const labels = useLabels();
  const gravestFirst = [...(levels ?? labels.levels)].reverse();
  return (
    <Segmented
      size="small"
      aria-label={name}
      value={level ?? ALL}
      onChange={(value) => onAsk(value === ALL ? undefined : value)}
      options={[{ value: ALL, label: all }, ...gravestFirst.map((value) => ({ value, label: labels.level(value) }))]}
    />
  );
}
