import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useUnits } from '../api/queries';
import './unit-filter.css';

interface UnitFilterProps {
  readonly name: string;
  readonly all: string;
  readonly none: string;
  readonly unit: string | undefined;
  readonly onAsk: (unit: string | undefined) => void;
}

/** One unit of those that the person sees, found by its name, or all of them. */
export function UnitFilter({ name, all, none, unit, onAsk }: UnitFilterProps): ReactNode {
  const units = useUnits();
  return (
    <Select
      size="small"
      className="lq-unit-filter"
      aria-label={name}
      placeholder={all}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      virtual={false}
      loading={units.isLoading}
      notFoundContent={none}
      value={unit ?? null}
      onChange={(value: string | null | undefined) => onAsk(value ?? undefined)}
      options={(units.data?.items ?? []).map(({ code, name: label }) => ({ value: code, label }))}
    />
  );
}
