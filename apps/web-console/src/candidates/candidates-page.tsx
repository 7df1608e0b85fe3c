import { Segmented, Skeleton, Table } from 'antd';
import { useMemo, useRef, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useCandidates } from '../api/queries';
import { useLabels } from '../catalogue/labels';
import type { CandidateRow, CandidateState } from '../contracts';
import { useTitle } from '../frame/use-title';
import { EmptyNotice } from '../parts/empty-notice';
import { PageTurner } from '../parts/page-turner';
import { ProblemNotice } from '../parts/problem-notice';
import { rowThatOpens, useRowKeys } from '../parts/use-row-keys';
import { candidateStateWord } from '../parts/words';
import texts from '../texts/zh-CN/candidates.json';
import { candidateColumns } from './candidate-columns';
import { CandidateDrawer } from './candidate-drawer';
import { CANDIDATE_STATES } from './candidate-states';
import './candidates.css';

const ALL = 'all';

/** 函询候选: what the system proposes and people decide. */
export function CandidatesPage(): ReactNode {
  const [search, setSearch] = useSearchParams();
  const state = CANDIDATE_STATES.find((known) => known === search.get('state'));
  useTitle(texts.documentTitle);
  const open = (row: CandidateRow | undefined): void => {
    const question = new URLSearchParams(search);
    question.delete('open');
    question.delete('of');
    if (row !== undefined) {
      question.set('open', row.id);
      question.set('of', row.cadreId);
    }
    setSearch(question, { replace: row === undefined });
  };
  return (
    <>
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
        <span className="lq-meta">{texts.keys}</span>
      </div>
      <CandidateList state={state} cursor={search.get('cursor') ?? undefined} onOpen={open} />
      <CandidateDrawer id={search.get('open')} cadreId={search.get('of')} onClose={() => open(undefined)} />
    </>
  );
}

interface CandidateListProps {
  readonly state: CandidateState | undefined;
  readonly cursor: string | undefined;
  readonly onOpen: (row: CandidateRow) => void;
}

function CandidateList({ state, cursor, onOpen }: CandidateListProps): ReactNode {
  const labels = useLabels();
  const { data, error, refetch, isPlaceholderData } = useCandidates({ state, cursor });
  const columns = useMemo(() => candidateColumns(labels, data?.day ?? ''), [labels, data?.day]);
  const list = useRef<HTMLDivElement>(null);
  useRowKeys(list);
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton active={false} title={false} paragraph={{ rows: 12, width: '100%' }} />;
  const empty =
    state === undefined ? (
      <EmptyNotice title={texts.empty} filledBy={texts.emptyFilledBy} />
    ) : (
      <EmptyNotice title={texts.emptyFiltered} filledBy={texts.emptyFilteredFilledBy} />
    );
  return (
    <div ref={list} className="lq-list" aria-busy={isPlaceholderData}>
      <Table<CandidateRow>
        size="small"
        pagination={false}
        sticky={{ offsetHeader: 44 }}
        aria-label={texts.caption}
        columns={columns}
        dataSource={data.items}
        rowKey="id"
        onRow={(row) => rowThatOpens(() => onOpen(row))}
        locale={{ emptyText: empty }}
      />
      <PageTurner next={data.next} count={data.items.length} />
    </div>
  );
}
