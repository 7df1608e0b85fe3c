import { useQueryClient } from '@tanstack/react-query';
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { principalWord } from '../parts/words';
import { becomePrincipal, useCurrentPrincipal } from '../people/current-principal';
import { useMay } from '../people/may';
import { PRINCIPAL_GROUPS, type Principal } from '../people/principals';
import { textsOf } from '../texts/texts';
import { pageAt } from './console-pages';

const texts = textsOf('frame');

const OPTIONS = PRINCIPAL_GROUPS.map(({ group, principals }) => ({
  label: texts.principalGroups[group],
  title: texts.principalGroups[group],
  options: principals.map((value) => ({ value, label: principalWord(value) })),
}));

/** Who I am in the demo. Another person may see something else: everything is asked anew, and a page that they may not read is left. */
export function PrincipalChoice(): ReactNode {
  const principal = useCurrentPrincipal();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const may = useMay();
  const become = async (chosen: Principal): Promise<void> => {
    becomePrincipal(chosen);
    const page = pageAt(pathname);
    if (page && !may(page.asks, chosen)) await navigate('/');
    await queries.invalidateQueries();
  };
  return (
    <label className="lq-principal">
      <span className="lq-meta">{texts.principal}</span>
      <Select<Principal>
        size="small"
        aria-label={texts.principal}
        popupMatchSelectWidth={false}
        listHeight={420}
        value={principal}
        options={OPTIONS}
        onChange={(chosen) => void become(chosen)}
      />
    </label>
  );
}
