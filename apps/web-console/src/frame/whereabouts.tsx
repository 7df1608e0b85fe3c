import type { ReactNode } from 'react';
import { Link, useLocation, useMatch } from 'react-router';
import { useCadreFile, useUnitFile } from '../api/queries';
import { textsOf } from '../texts/texts';
import { useWhy } from '../purpose/use-why';
import { pageAt } from './console-pages';

const texts = textsOf('frame');
/** Pages under that of a subject, by the end of their path. */
const UNDER: readonly (readonly [end: string, word: string])[] = [
  ['/explanation', textsOf('explanation').title],
  ['/own-view', textsOf('own-view').title],
];

/** The way to this page. */
export function Whereabouts(): ReactNode {
  const portrait = useMatch({ path: '/cadres/:id', end: false });
  const unit = useMatch({ path: '/units/:code', end: false });
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

/** The subject, or the way back to it from a page under its own. */
function Here({ name }: { readonly name: string | undefined }): ReactNode {
  const { pathname } = useLocation();
  const under = UNDER.find(([end]) => pathname.endsWith(end));
  if (under !== undefined) {
    const [end, word] = under;
    return (
      <>
        <Link className="lq-name" to={pathname.slice(0, -end.length)}>
          {name}
        </Link>
        <span aria-hidden="true"> / </span>
        <span aria-current="page">{word}</span>
      </>
    );
  }
  return (
    <span className="lq-name" aria-current="page">
      {name}
    </span>
  );
}
