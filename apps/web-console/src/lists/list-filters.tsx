import type { ReactNode } from 'react';
import { useLabels } from '../catalogue/labels';
import { LevelFilter } from '../parts/level-filter';
import { UnitFilter } from '../parts/unit-filter';
import { textsOf } from '../texts/texts';
import { ChoiceFilter } from './choice-filter';
import { ClearFilters } from './clear-filters';
import { type Filters, isFiltered } from './filters';

const texts = textsOf('lists');

interface ListFiltersProps {
  readonly filters: Filters<'level' | 'unit' | 'category' | 'channel'>;
  /** Without it all levels. */
  readonly levels?: readonly string[];
  readonly onAsk: (filters: Filters) => void;
  /** Filters of this list alone. */
  readonly children?: ReactNode;
}

/** What lists of people are filtered by: level, unit, category and channel. */
export function ListFilters({ filters, levels, onAsk, children }: ListFiltersProps): ReactNode {
  const labels = useLabels();
  const { level, unit, category, channel } = filters;
  return (
    <div className="lq-filters">
      {children}
      <LevelFilter
        name={texts.levelFilter}
        all={texts.allLevels}
        levels={levels}
        level={level}
        onAsk={(chosen) => onAsk({ ...filters, level: chosen })}
      />
      <UnitFilter
        name={texts.unitFilter}
        all={texts.allUnits}
        none={texts.noUnitsFound}
        unit={unit}
        onAsk={(chosen) => onAsk({ ...filters, unit: chosen })}
      />
      <ChoiceFilter
        name={texts.categoryFilter}
        all={texts.allCategories}
        values={labels.categories}
        word={labels.category}
        value={category}
        onAsk={(chosen) => onAsk({ ...filters, category: chosen })}
      />
      <ChoiceFilter
        name={texts.channelFilter}
        all={texts.allChannels}
        values={labels.channels}
        word={labels.channel}
        value={channel}
        onAsk={(chosen) => onAsk({ ...filters, channel: chosen })}
      />
      {isFiltered(filters) && <ClearFilters onClear={() => onAsk({})} />}
    </div>
  );
}
