import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
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

/** Who I am in the demo. The page is read anew, so that nothing that another person read is left; one that I may not read is left. */
export function PrincipalChoice(): ReactNode {
  const principal = useCurrentPrincipal();
  const { pathname } = useLocation();
  const may = useMay();
  const become = (chosen: Principal): void => {
    becomePrincipal(chosen);
    const page = pageAt(pathname);
    if (page && !may(page.asks, chosen)) window.location.assign('/');
    else window.location.reload();
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
        onChange={become}
      />
    </label>
  );
}
