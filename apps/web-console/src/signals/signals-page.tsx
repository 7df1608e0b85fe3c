import { Input } from 'antd';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useSignalCounts, type SignalsAsked } from '../api/inbox-queries';
import { useTitle } from '../frame/use-title';
import { ClearFilters } from '../lists/clear-filters';
import { isFiltered } from '../lists/filters';
import { fill } from '../parts/fill';
import { UnitFilter } from '../parts/unit-filter';
import { textsOf } from '../texts/texts';
import { SignalDrawer } from './signal-drawer';
import { SignalFacets } from './signal-facets';
import { SignalList } from './signal-list';
import { askedIn, withFilter, withSignal } from './signal-question';
import '../candidates/candidates.css';
import './signals.css';

const texts = textsOf('inbox');

/** 信号收件箱: what came in, and what became of it. All that is asked for is in the address. */
export function SignalsPage(): ReactNode {
  const [search, setSearch] = useSearchParams();
  const asked = askedIn(search);
  const counts = useSignalCounts(asked);
  useTitle(texts.documentTitle);
  const ask = (name: keyof SignalsAsked, value: string | undefined): void => setSearch(withFilter(search, name, value));
  return (
    <div className={search.has('open') ? 'lq-beside' : undefined}>
      <div className="lq-page-head">
        <h1>{texts.title}</h1>
        {counts.data !== undefined && <span className="lq-number">{fill(texts.total, { count: counts.data.total })}</span>}
        <span className="lq-meta">{texts.order}</span>
      </div>
      <div className="lq-filters">
        <UnitFilter name={texts.unit} all={texts.allUnits} none={texts.noUnits} unit={asked.unit} onAsk={(unit) => ask('unit', unit)} />
        <DayFilter name={texts.from} day={asked.from} onAsk={(day) => ask('from', day)} />
        <DayFilter name={texts.to} day={asked.to} onAsk={(day) => ask('to', day)} />
        {isFiltered(asked) && <ClearFilters onClear={() => setSearch({})} />}
        <span className="lq-spring" />
        <span className="lq-meta lq-keys">{texts.keys}</span>
      </div>
      <div className="lq-inbox">
        <SignalFacets counts={counts.data} asked={asked} onAsk={ask} />
        <SignalList asked={asked} />
      </div>
      <SignalDrawer eventId={search.get('open')} onClose={() => setSearch(withSignal(search, undefined), { replace: true })} />
    </div>
  );
}

interface DayFilterProps {
  readonly name: string;
  readonly day: string | undefined;
  readonly onAsk: (day: string) => void;
}

function DayFilter({ name, day, onAsk }: DayFilterProps): ReactNode {
  return (
    <label className="lq-day-filter">
      <span className="lq-meta">{name}</span>
      <Input size="small" type="date" value={day ?? ''} onChange={({ target }) => onAsk(target.value)} />
    </label>
  );
}
