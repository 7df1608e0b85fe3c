import { Button, Segmented, Select } from 'antd';
import type { ReactNode } from 'react';
import { useUnits, type CadresAsked } from '../api/queries';
import { useLabels } from '../catalogue/labels';
import { textsOf } from '../texts/texts';

const texts = textsOf('cadres');

const ALL = 'all';

interface CadreFiltersProps {
  readonly asked: CadresAsked;
  readonly onAsk: (change: { readonly level?: string | undefined; readonly unit?: string | undefined }) => void;
}

export function CadreFilters({ asked, onAsk }: CadreFiltersProps): ReactNode {
  const labels = useLabels();
  const units = useUnits();
  const levels = [...labels.levels].reverse();
  return (
    <div className="lq-filters">
      <Segmented
        size="small"
        aria-label={texts.levelFilter}
        value={asked.level ?? ALL}
        onChange={(value) => onAsk({ ...asked, level: value === ALL ? undefined : value })}
        options={[{ value: ALL, label: texts.allLevels }, ...levels.map((value) => ({ value, label: labels.level(value) }))]}
      />
      <Select
        size="small"
        className="lq-unit-filter"
        aria-label={texts.unitFilter}
        placeholder={texts.allUnits}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        virtual={false}
        loading={units.isLoading}
        notFoundContent={texts.noUnitsFound}
        value={asked.unit ?? null}
        onChange={(unit: string | null | undefined) => onAsk({ ...asked, unit: unit ?? undefined })}
        options={(units.data?.items ?? []).map(({ code, name }) => ({ value: code, label: name }))}
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
