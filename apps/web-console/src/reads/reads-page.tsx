import { Table } from 'antd';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { usePermissions } from '../api/queries';
import type { ReadRow } from '../contracts';
import { useTitle } from '../frame/use-title';
import { EmptyNotice } from '../parts/empty-notice';
import { PageTurner } from '../parts/page-turner';
import { ProblemNotice } from '../parts/problem-notice';
import { Waiting } from '../parts/waiting';
import { textsOf } from '../texts/texts';
import { readColumns } from './read-columns';
import { ReadFilters } from './read-filters';
import { READ_FILTERS, useReads, type ReadsAsked } from './use-reads';
import './reads.css';

const texts = textsOf('reads');

/** 查阅记录: who read about whom and why, and what was refused. All that is asked for is in the address. */
export function ReadsPage(): ReactNode {
  const [search, setSearch] = useSearchParams();
  const asked: ReadsAsked = Object.fromEntries(
    [...READ_FILTERS, 'cursor'].flatMap((name) => (search.get(name) === null ? [] : [[name, search.get(name)]])),
  );
  useTitle(texts.documentTitle);
  const ask = (given: ReadsAsked): void => {
    setSearch(Object.fromEntries(READ_FILTERS.flatMap((name) => (given[name] ? [[name, given[name]]] : []))));
  };
  return (
    <>
      <div className="lq-page-head">
        <h1>{texts.title}</h1>
        <span className="lq-meta">{texts.what}</span>
      </div>
      <ReadFilters asked={asked} onAsk={ask} />
      <ReadList asked={asked} />
    </>
  );
}

function ReadList({ asked }: { readonly asked: ReadsAsked }): ReactNode {
  const { data, error, refetch, isPlaceholderData } = useReads(asked);
  const purposes = usePermissions().data?.purposes ?? [];
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Waiting rows={12} />;
  const filtered = READ_FILTERS.some((name) => asked[name] !== undefined);
  return (
    <div className="lq-list lq-reads" aria-busy={isPlaceholderData}>
      <Table<ReadRow>
        size="small"
        pagination={false}
        aria-label={texts.caption}
        columns={readColumns(purposes)}
        dataSource={data.items}
        rowKey="id"
        locale={{ emptyText: <EmptyNotice title={filtered ? texts.emptyFiltered : texts.empty} filledBy={texts.emptyFilledBy} /> }}
      />
      <PageTurner next={data.next} count={data.items.length} counted={texts.onPage} />
    </div>
  );
}
