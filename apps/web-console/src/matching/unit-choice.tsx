import { Button, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useUnits } from '../api/queries';
import { textsOf } from '../texts/texts';
import type { Choice } from './confirm-choice';

const texts = textsOf('matching');

/** A signal about a unit is settled by naming one. */
export function UnitChoice({ onChoose }: { readonly onChoose: (choice: Choice) => void }): ReactNode {
  const units = useUnits();
  const [unitCode, setUnitCode] = useState<string>();
  const chosen = units.data?.items.find(({ code }) => code === unitCode);
  return (
    <div className="lq-look-up">
      <Select
        size="small"
        aria-label={texts.unitSearch}
        placeholder={texts.unitSearch}
        showSearch={{ optionFilterProp: 'label' }}
        virtual={false}
        value={unitCode ?? null}
        onChange={(code: string | null) => setUnitCode(code ?? undefined)}
        options={(units.data?.items ?? []).map(({ code, name }) => ({ value: code, label: name }))}
      />
      <Button
        size="small"
        disabled={chosen === undefined}
        onClick={() => chosen !== undefined && onChoose({ name: chosen.name, body: { unitCode: chosen.code }, alone: true })}
      >
        {texts.chooseUnit}
      </Button>
    </div>
  );
}
