import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { CadresAsked } from '../api/queries';
import { LevelFilter } from '../parts/level-filter';
import { UnitFilter } from '../parts/unit-filter';
import { textsOf } from '../texts/texts';

const texts = textsOf('cadres');

interface CadreFiltersProps {
  readonly asked: CadresAsked;
  readonly onAsk: (change: { readonly level?: string | undefined; readonly unit?: string | undefined }) => void;
}

export function CadreFilters({ asked, onAsk }: CadreFiltersProps): ReactNode {
  return (
    <div className="lq-filters">
      <LevelFilter name={texts.levelFilter} all={texts.allLevels} level={asked.level} onAsk={(level) => onAsk({ ...asked, level })} />
      <UnitFilter
        name={texts.unitFilter}
        all={texts.allUnits}
        none={texts.noUnitsFound}
        unit={asked.unit}
        onAsk={(unit) => onAsk({ ...asked, unit })}
      />
      {(asked.level !== undefined || asked.unit !== undefined) && (
        <Button size="small" type="link" onClick={() => onAsk({})}>
          {texts.clear}
        </Button>
      )}
      <span className="lq-spring" />
      <span className="lq-meta">{texts.keys}</span>
    </div>
  );
}
