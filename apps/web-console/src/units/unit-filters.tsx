import { Button, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { LevelFilter } from '../parts/level-filter';
import { textsOf } from '../texts/texts';
import { categoryWord } from './category-word';
import { isFiltered, type UnitsAsked } from './units-asked';

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
      <Select
        size="small"
        className="lq-unit-category"
        aria-label={texts.categoryFilter}
        placeholder={texts.allCategories}
        allowClear
        virtual={false}
        value={asked.category ?? null}
        onChange={(category: string | null | undefined) => onAsk({ ...asked, category: category ?? undefined })}
        options={categories.map((value) => ({ value, label: categoryWord(value) }))}
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
      {isFiltered(asked) && (
        <Button size="small" type="link" onClick={() => onAsk({})}>
          {texts.clear}
        </Button>
      )}
      <span className="lq-spring" />
      <span className="lq-meta">{texts.keys}</span>
    </div>
  );
}
