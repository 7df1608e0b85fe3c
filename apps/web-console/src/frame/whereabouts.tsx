import type { ReactNode } from 'react';
import { Link, useMatch } from 'react-router';
import { useCadreFile } from '../api/queries';
import texts from '../texts/zh-CN/frame.json';

/** The way to this page. */
export function Whereabouts(): ReactNode {
  const portrait = useMatch('/cadres/:id');
  const candidates = useMatch('/candidates');
  return (
    <nav aria-label={texts.where} className="lq-where">
      {portrait?.params.id !== undefined ? (
        <>
          <Link to="/cadres">{texts.cadres}</Link>
          <span aria-hidden="true"> / </span>
          <NameOf id={portrait.params.id} />
        </>
      ) : (
        <span aria-current="page">{candidates === null ? texts.cadres : texts.candidates}</span>
      )}
    </nav>
  );
}

function NameOf({ id }: { readonly id: string }): ReactNode {
  const { data } = useCadreFile(id);
  return (
    <span className="lq-name" aria-current="page">
      {data?.name}
    </span>
  );
}
