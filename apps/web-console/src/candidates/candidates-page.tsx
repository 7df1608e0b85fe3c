import { Segmented } from 'antd';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useLabels } from '../catalogue/labels';
import { useTitle } from '../frame/use-title';
import { ChoiceFilter } from '../lists/choice-filter';
import { addressWith, type Filters, filtersIn } from '../lists/filters';
import { ListFilters } from '../lists/list-filters';
import { ListOrder } from '../lists/list-order';
import { SavedViews } from '../lists/saved-views';
import { PrintFrame } from '../parts/print-frame';
import { candidateStateWord } from '../parts/words';
import { textsOf } from '../texts/texts';
import { BrakeNotice } from './brake-notice';
import { BrakePanel } from './brake-panel';
import { CandidateDrawer } from './candidate-drawer';
import { CandidateList } from './candidate-list';
import { withCandidate } from './candidate-path';
import { BASES, CANDIDATE_LEVELS, CANDIDATE_STATES, FILTERED_STATES, HELD, OPEN } from './candidate-states';
import './candidates.css';

const texts = textsOf('candidates');

const ALL = 'all';

/** 函询候选: what the system proposes and people decide. */
export function CandidatesPage(): ReactNode {
  const { categories, channels } = useLabels();
  const [search, setSearch] = useSearchParams();
  const filters = filtersIn(search, { state: FILTERED_STATES, level: CANDIDATE_LEVELS, unit: 'any', category: categories, channel: channels, basis: BASES });
  useTitle(texts.documentTitle);
  const ask = (asked: Filters): void => setSearch(addressWith(asked));
  return (
    <PrintFrame title={texts.title}>
      <div className={search.has('open') ? 'lq-beside' : undefined}>
        <div className="lq-page-head">
          <h1>{texts.title}</h1>
          <ListOrder order={texts.order} keys={texts.keys} />
        </div>
        <SavedViews page="candidates" filters={filters} />
        <ListFilters filters={filters} levels={CANDIDATE_LEVELS} onAsk={ask}>
          <Segmented
            size="small"
            aria-label={texts.stateFilter}
            value={filters.state ?? ALL}
            onChange={(value) => ask({ ...filters, state: value === ALL ? undefined : value })}
            options={[
              { value: ALL, label: texts.allStates },
              { value: OPEN, label: texts.openStates },
              ...CANDIDATE_STATES.map((value) => ({ value, label: candidateStateWord(value) })),
            ]}
          />
          <ChoiceFilter
            name={texts.basisFilter}
            all={texts.anyBasis}
            values={BASES}
            word={(value) => texts.bases[value]}
            value={filters.basis}
            onAsk={(basis) => ask({ ...filters, basis })}
          />
        </ListFilters>
        {filters.state === HELD ? <BrakePanel /> : <BrakeNotice />}
        <CandidateList filters={filters} onAsk={ask} />
        <CandidateDrawer
          id={search.get('open')}
          onClose={() => setSearch(withCandidate(search, undefined), { replace: true })}
        />
      </div>
    </PrintFrame>
  );
}
