import { useMemo, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useCatalogue } from '../api/queries';
import type { SignalKind } from '../contracts';
import { useTitle } from '../frame/use-title';
import { fill } from '../parts/fill';
import { textsOf } from '../texts/texts';
import { CatalogueFilters } from './catalogue-filters';
import { findSignals, type SignalsAsked } from './find-signals';
import { SignalTable } from './signal-table';
import './catalogue.css';

const texts = textsOf('catalogue');

const NO_SIGNALS: readonly SignalKind[] = [];

/** 信号目录: what agencies may send, and what each kind does. All that is asked for is in the address. */
export function CataloguePage(): ReactNode {
  const signals = useCatalogue().data?.signals ?? NO_SIGNALS;
  const [search, setSearch] = useSearchParams();
  const open = search.get('open') ?? undefined;
  const [channel, effect, about, text] = ['channel', 'effect', 'about', 'text'].map((name) => search.get(name) ?? undefined);
  const found = useMemo(() => findSignals(signals, { channel, effect, about, text }), [signals, channel, effect, about, text]);
  useTitle(texts.documentTitle);
  const ask = (asked: SignalsAsked & { readonly open?: string | undefined }): void => {
    const given = Object.entries(asked).filter((entry): entry is [string, string] => entry[1] !== undefined);
    setSearch(new URLSearchParams(given), { replace: true });
  };
  const asked = { channel, effect, about, text };
  return (
    <>
      <div className="lq-page-head">
        <h1>{texts.title}</h1>
        <span className="lq-meta" role="status">
          {fill(texts.count, { total: signals.length, shown: found.length })}
        </span>
      </div>
      <CatalogueFilters asked={asked} onAsk={ask} />
      <SignalTable signals={found} open={open} onOpen={(code) => ask({ ...asked, open: code === open ? undefined : code })} />
    </>
  );
}
