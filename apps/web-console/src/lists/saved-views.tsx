import { Button } from 'antd';
import { useRef, useState, type ReactNode, type RefCallback } from 'react';
import { Link } from 'react-router';
import { useViews } from '../api/view-queries';
import type { ViewPage, ViewRow } from '../contracts';
import { fill } from '../parts/fill';
import { ProblemNotice } from '../parts/problem-notice';
import { textsOf } from '../texts/texts';
import { addressWith, type Filters, isFiltered, sameFilters } from './filters';
import { NameView } from './name-view';
import { useViewActs } from './use-view-acts';
import './lists.css';

const texts = textsOf('lists');

interface SavedViewsProps {
  readonly page: ViewPage;
  readonly filters: Filters;
}

/** The person's own views above the filters: opened by a link, kept under a name, deleted and brought back. */
export function SavedViews({ page, filters }: SavedViewsProps): ReactNode {
  const { data } = useViews(page);
  const [naming, setNaming] = useState(false);
  const toFocus = useRef<string>(undefined);
  const acts = useViewActs(page, (name) => {
    toFocus.current = name;
    setNaming(false);
  });
  // The field in which a view was named is gone; whoever works by keys goes on at the view.
  const focusIfKept =
    (name: string): RefCallback<HTMLAnchorElement> =>
    (link) => {
      if (link === null || toFocus.current !== name) return;
      toFocus.current = undefined;
      link.focus();
    };
  const views = data?.items ?? [];
  const open = views.find((view) => sameFilters(view.filters, filters));
  const isNew = data !== undefined && open === undefined && isFiltered(filters);
  if (views.length === 0 && !isNew && acts.removed === undefined) return null;
  return (
    <div className="lq-views lq-no-print">
      {views.length > 0 && <ViewLinks views={views} open={open} all={!isFiltered(filters)} refOf={focusIfKept} />}
      {isNew && !naming && (
        <Button size="small" onClick={() => setNaming(true)}>
          {texts.keep}
        </Button>
      )}
      {isNew && naming && (
        <NameView
          waiting={acts.waiting}
          onKeep={(name) => acts.keep(name, filters)}
          onLeave={() => {
            acts.forgetError();
            setNaming(false);
          }}
        />
      )}
      {open !== undefined && (
        <Button size="small" type="text" loading={acts.waiting} onClick={() => acts.remove(open)}>
          {fill(texts.remove, { name: open.name })}
        </Button>
      )}
      <span role="status" className="lq-view-removed">
        {acts.removed !== undefined && (
          <>
            {fill(texts.removed, { name: acts.removed.name })}
            <Button size="small" type="link" autoFocus loading={acts.waiting} onClick={acts.bringBack}>
              {texts.undo}
            </Button>
          </>
        )}
      </span>
      {acts.error !== null && <ProblemNotice error={acts.error} />}
    </div>
  );
}

interface ViewLinksProps {
  readonly views: readonly ViewRow[];
  readonly open: ViewRow | undefined;
  /** Whether the list is shown without filters. */
  readonly all: boolean;
  readonly refOf: (name: string) => RefCallback<HTMLAnchorElement>;
}

function ViewLinks({ views, open, all, refOf }: ViewLinksProps): ReactNode {
  const here = (isOpen: boolean): 'page' | undefined => (isOpen ? 'page' : undefined);
  return (
    <nav aria-label={texts.views}>
      <ul>
        <li>
          <Link to="?" aria-current={here(all)}>
            {texts.everybody}
          </Link>
        </li>
        {views.map((view) => (
          <li key={view.id}>
            <Link ref={refOf(view.name)} to={`?${addressWith(view.filters).toString()}`} aria-current={here(view === open)}>
              {view.name} <span className="lq-view-count">{fill(view.more ? texts.countMore : texts.count, { count: view.count })}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
