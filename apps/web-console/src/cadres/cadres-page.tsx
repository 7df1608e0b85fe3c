import { Table } from 'antd';
import { useRef, type ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useCadres } from '../api/queries';
import { useLabels } from '../catalogue/labels';
import type { CadreRow } from '../contracts';
import { useTitle } from '../frame/use-title';
import { ClearFilters } from '../lists/clear-filters';
import { addressWith, type Filters, filtersIn, isFiltered } from '../lists/filters';
import { ListFilters } from '../lists/list-filters';
import { ListOrder } from '../lists/list-order';
import { inPaperOrder } from '../lists/paper-order';
import { SavedViews } from '../lists/saved-views';
import { useOnPaper } from '../look/display';
import { EmptyNotice } from '../parts/empty-notice';
import { PageTurner } from '../parts/page-turner';
import { PrintFrame } from '../parts/print-frame';
import { ProblemNotice } from '../parts/problem-notice';
import { rowThatOpens, useRowKeys } from '../parts/use-row-keys';
import { Waiting } from '../parts/waiting';
import { textsOf } from '../texts/texts';
import { cadreColumns } from './cadre-columns';
import { cadrePath } from './cadre-path';
import './cadres.css';

const texts = textsOf('cadres');

/** 预警列表: who needs to be looked at first. All that is asked for is in the address. */
export function CadresPage(): ReactNode {
  const labels = useLabels();
  const [search, setSearch] = useSearchParams();
  const { levels, categories, channels } = labels;
  const filters = filtersIn(search, { level: levels, unit: 'any', category: categories, channel: channels });
  useTitle(texts.documentTitle);
  const ask = (asked: Filters): void => setSearch(addressWith(asked));
  return (
    <PrintFrame title={texts.title}>
      <div className="lq-page-head">
        <h1>{texts.title}</h1>
        <ListOrder order={texts.order} keys={texts.keys} />
      </div>
      <SavedViews page="cadres" filters={filters} />
      <ListFilters filters={filters} onAsk={ask} />
      <CadreList filters={filters} cursor={search.get('cursor') ?? undefined} onAsk={ask} />
    </PrintFrame>
  );
}

interface CadreListProps {
  readonly filters: Filters;
  readonly cursor: string | undefined;
  readonly onAsk: (filters: Filters) => void;
}

function CadreList({ filters, cursor, onAsk }: CadreListProps): ReactNode {
  const labels = useLabels();
  const onPaper = useOnPaper();
  const { data, error, refetch, isPlaceholderData } = useCadres({ ...filters, cursor });
  const navigate = useNavigate();
  const list = useRef<HTMLDivElement>(null);
  useRowKeys(list);
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Waiting rows={14} />;
  const empty = isFiltered(filters) ? (
    <EmptyNotice title={texts.emptyFiltered} filledBy={texts.emptyFilteredFilledBy}>
      <ClearFilters onClear={() => onAsk({})} />
    </EmptyNotice>
  ) : (
    <EmptyNotice title={texts.empty} filledBy={texts.emptyFilledBy} />
  );
  return (
    <div ref={list} className="lq-list" aria-busy={isPlaceholderData}>
      <Table<CadreRow>
        size="small"
        pagination={false}
        aria-label={texts.caption}
        columns={cadreColumns(labels, onPaper)}
        dataSource={onPaper ? inPaperOrder(data.items) : data.items}
        rowKey="id"
        onRow={({ id }) => rowThatOpens(() => void navigate(cadrePath(id)))}
        locale={{ emptyText: empty }}
      />
      <PageTurner next={data.next} count={data.items.length} />
    </div>
  );
}
