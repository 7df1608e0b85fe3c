import { useQueryClient } from '@tanstack/react-query';
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { principalWord } from '../parts/words';
import { becomePrincipal, useCurrentPrincipal } from '../people/current-principal';
import { PRINCIPALS } from '../people/principals';
import texts from '../texts/zh-CN/frame.json';

/** Who I am in the demo. Another person may see something else, so everything is asked anew. */
export function PrincipalChoice(): ReactNode {
  const principal = useCurrentPrincipal();
  const queries = useQueryClient();
  return (
    <label className="lq-principal">
      <span className="lq-meta">{texts.principal}</span>
      <Select
        size="small"
        aria-label={texts.principal}
        popupMatchSelectWidth={false}
        value={principal}
        options={PRINCIPALS.map((value) => ({ value, label: principalWord(value) }))}
        onChange={(chosen) => {
          becomePrincipal(chosen);
          void queries.invalidateQueries();
        }}
      />
    </label>
  );
}
