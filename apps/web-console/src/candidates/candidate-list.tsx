import { Table } from 'antd';
import { useRef, type ReactNode } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { useCandidates } from '../api/queries';
import { useLabels } from '../catalogue/labels';
import type { CandidateRow } from '../contracts';
import { ClearFilters } from '../lists/clear-filters';
import { type Filters, isFiltered } from '../lists/filters';
import { inPaperOrder } from '../lists/paper-order';
import { useOnPaper } from '../look/display';
import { EmptyNotice } from '../parts/empty-notice';
import { PageTurner } from '../parts/page-turner';
import { ProblemNotice } from '../parts/problem-notice';
import { rowThatOpens, useRowKeys } from '../parts/use-row-keys';
import { Waiting } from '../parts/waiting';
import { textsOf } from '../texts/texts';
import { candidateColumns } from './candidate-columns';
import { withCandidate } from './candidate-path';

const texts = textsOf('candidates');

interface CandidateListProps {
  readonly filters: Filters;
  readonly onAsk: (filters: Filters) => void;
}

/** The list; where it is turned to and which row is open are in the address. */
export function CandidateList({ filters, onAsk }: CandidateListProps): ReactNode {
  const labels = useLabels();
  const onPaper = useOnPaper();
  const [search] = useSearchParams();
  const trail: unknown = useLocation().state;
  const navigate = useNavigate();
  const list = useRef<HTMLDivElement>(null);
  useRowKeys(list);
  const { data, error, refetch, isPlaceholderData } = useCandidates({ ...filters, cursor: search.get('cursor') ?? undefined });
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Waiting rows={12} />;
  const open = search.get('open');
  const addressOf = (row: CandidateRow): string => `?${withCandidate(search, row.id).toString()}`;
  return (
    <div ref={list} className="lq-list" aria-busy={isPlaceholderData}>
      <Table<CandidateRow>
        size="small"
        pagination={false}
        aria-label={texts.caption}
        columns={candidateColumns({ labels, day: data.day, beside: open !== null, onPaper, addressOf })}
        dataSource={onPaper ? inPaperOrder(data.items) : data.items}
        rowKey="id"
        rowClassName={({ id }) => (id === open ? 'lq-open-row' : '')}
        onRow={(row) => rowThatOpens(() => void navigate(addressOf(row), { state: trail }))}
        locale={{ emptyText: <Nothing filters={filters} onAsk={onAsk} /> }}
      />
      <PageTurner next={data.next} count={data.items.length} />
    </div>
  );
}

function Nothing({ filters, onAsk }: CandidateListProps): ReactNode {
  return isFiltered(filters) ? (
    <EmptyNotice title={texts.emptyFiltered} filledBy={texts.emptyFilteredFilledBy}>
      <ClearFilters onClear={() => onAsk({})} />
    </EmptyNotice>
  ) : (
    <EmptyNotice title={texts.empty} filledBy={texts.emptyFilledBy} />
  );
}
