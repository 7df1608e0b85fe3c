import { Input } from 'antd';
import type { ReactNode } from 'react';
import { ChoiceFilter } from '../lists/choice-filter';
import { ClearFilters } from '../lists/clear-filters';
import { isFiltered } from '../lists/filters';
import { LevelFilter } from '../parts/level-filter';
import { textsOf } from '../texts/texts';
import { categoryWord } from './category-word';
import type { UnitsAsked } from './units-asked';

const texts = textsOf('units');

interface UnitFiltersProps {
  readonly asked: UnitsAsked;
  readonly categories: readonly string[];
  readonly onAsk: (asked: UnitsAsked) => void;
}

export function UnitFilters({ asked, categories, onAsk }: UnitFiltersProps): ReactNode {
  return (
    <div className="lq-filters">
      <LevelFilter name={texts.levelFilter} all={texts.allLevels} level={asked.level} onAsk={(level) => onAsk({ ...asked, level })} />
      <ChoiceFilter
        name={texts.categoryFilter}
        all={texts.allCategories}
        values={categories}
        word={categoryWord}
        value={asked.category}
        onAsk={(category) => onAsk({ ...asked, category })}
      />
      <Input
        size="small"
        className="lq-unit-search"
        aria-label={texts.search}
        placeholder={texts.search}
        allowClear
        value={asked.text ?? ''}
        onChange={({ target }) => onAsk({ ...asked, text: target.value === '' ? undefined : target.value })}
      />
      {isFiltered(asked) && <ClearFilters onClear={() => onAsk({})} />}
      <span className="lq-spring" />
      <span className="lq-meta">{texts.keys}</span>
    </div>
  );
}
