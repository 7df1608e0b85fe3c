import { Segmented } from 'antd';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useTitle } from '../frame/use-title';
import { candidateStateWord } from '../parts/words';
import { textsOf } from '../texts/texts';
import { CandidateDrawer } from './candidate-drawer';
import { CandidateList } from './candidate-list';
import { withCandidate } from './candidate-path';
import { CANDIDATE_STATES } from './candidate-states';
import './candidates.css';

const texts = textsOf('candidates');

const ALL = 'all';

/** 函询候选: what the system proposes and people decide. */
export function CandidatesPage(): ReactNode {
  const [search, setSearch] = useSearchParams();
  const state = CANDIDATE_STATES.find((known) => known === search.get('state'));
  useTitle(texts.documentTitle);
  return (
    <div className={search.has('open') ? 'lq-beside' : undefined}>
      <div className="lq-page-head">
        <h1>{texts.title}</h1>
        <span className="lq-meta">{texts.order}</span>
      </div>
      <div className="lq-filters">
        <Segmented
          size="small"
          aria-label={texts.stateFilter}
          value={state ?? ALL}
          onChange={(value) => setSearch(value === ALL ? {} : { state: value })}
          options={[
            { value: ALL, label: texts.allStates },
            ...CANDIDATE_STATES.map((value) => ({ value, label: candidateStateWord(value) })),
          ]}
        />
        <span className="lq-spring" />
        <span className="lq-meta lq-keys">{texts.keys}</span>
      </div>
      <CandidateList state={state} />
      <CandidateDrawer
        id={search.get('open')}
        onClose={() => setSearch(withCandidate(search, undefined), { replace: true })}
      />
    </div>
  );
}
