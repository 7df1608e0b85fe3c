import type { ReactNode } from 'react';
import { Link, useLocation, useMatch } from 'react-router';
import { useCadreFile } from '../api/queries';
import { textsOf } from '../texts/texts';
import { useWhy } from '../purpose/use-why';
import { pageAt } from './console-pages';

const texts = textsOf('frame');

/** The way to this page. */
export function Whereabouts(): ReactNode {
  const portrait = useMatch('/cadres/:id');
  const { pathname } = useLocation();
  return (
    <nav aria-label={texts.where} className="lq-where">
      {portrait?.params.id !== undefined ? (
        <>
          <Link to="/cadres">{texts.cadres}</Link>
          <span aria-hidden="true"> / </span>
          <NameOf id={portrait.params.id} />
        </>
      ) : (
        <span aria-current="page">{pageAt(pathname)?.word}</span>
      )}
    </nav>
  );
}

function NameOf({ id }: { readonly id: string }): ReactNode {
  const [why] = useWhy(id);
  const { data } = useCadreFile(id, why);
  return (
    <span className="lq-name" aria-current="page">
      {data?.name}
    </span>
  );
}
