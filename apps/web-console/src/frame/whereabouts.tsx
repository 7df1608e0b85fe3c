import type { ReactNode } from 'react';
import { Link, useLocation, useMatch } from 'react-router';
import { useCadreFile, useUnitFile } from '../api/queries';
import { textsOf } from '../texts/texts';
import { useWhy } from '../purpose/use-why';
import { pageAt } from './console-pages';

const texts = textsOf('frame');

/** The way to this page. */
export function Whereabouts(): ReactNode {
  const portrait = useMatch('/cadres/:id');
  const unit = useMatch('/units/:code');
  const { pathname } = useLocation();
  return (
    <nav aria-label={texts.where} className="lq-where">
      {portrait === null && unit === null ? (
        <span aria-current="page">{pageAt(pathname)?.word}</span>
      ) : (
        <>
          <Link to={pageAt(pathname)?.path ?? '/'}>{pageAt(pathname)?.word}</Link>
          <span aria-hidden="true"> / </span>
          {unit?.params.code === undefined ? <NameOfCadre id={portrait?.params.id ?? ''} /> : <NameOfUnit code={unit.params.code} />}
        </>
      )}
    </nav>
  );
}

function NameOfCadre({ id }: { readonly id: string }): ReactNode {
  const [why] = useWhy(id);
  return <Here name={useCadreFile(id, why).data?.name} />;
}

function NameOfUnit({ code }: { readonly code: string }): ReactNode {
  const [why] = useWhy(`unit:${code}`);
  return <Here name={useUnitFile(code, why).data?.name} />;
}

function Here({ name }: { readonly name: string | undefined }): ReactNode {
  return (
    <span className="lq-name" aria-current="page">
      {name}
    </span>
  );
}
