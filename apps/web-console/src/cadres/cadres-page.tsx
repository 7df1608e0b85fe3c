import { Skeleton, Table } from 'antd';
import { useRef, type ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useCadres, type CadresAsked } from '../api/queries';
import { useLabels } from '../catalogue/labels';
import type { CadreRow, LevelName } from '../contracts';
import { useTitle } from '../frame/use-title';
import { EmptyNotice } from '../parts/empty-notice';
import { PageTurner } from '../parts/page-turner';
import { ProblemNotice } from '../parts/problem-notice';
import { rowThatOpens, useRowKeys } from '../parts/use-row-keys';
import { textsOf } from '../texts/texts';
import { CADRE_COLUMNS } from './cadre-columns';
import { CadreFilters } from './cadre-filters';
import { cadrePath } from './cadre-path';
import './cadres.css';

const texts = textsOf('cadres');

/** 预警列表: who needs to be looked at first. All that is asked for is in the address. */
export function CadresPage(): ReactNode {
  const labels = useLabels();
  const [search, setSearch] = useSearchParams();
  const level = search.get('level');
  const asked: CadresAsked = {
    level: level !== null && labels.levels.includes(level) ? (level as LevelName) : undefined,
    unit: search.get('unit') ?? undefined,
    cursor: search.get('cursor') ?? undefined,
  };
  useTitle(texts.documentTitle);
  const ask = (change: { readonly level?: string | undefined; readonly unit?: string | undefined }): void => {
    const question = new URLSearchParams();
    if (change.level !== undefined) question.set('level', change.level);
    if (change.unit !== undefined) question.set('unit', change.unit);
    setSearch(question);
  };
  return (
    <>
      <div className="lq-page-head">
        <h1>{texts.title}</h1>
        <span className="lq-meta">{texts.order}</span>
      </div>
      <CadreFilters asked={asked} onAsk={ask} />
      <CadreList asked={asked} />
    </>
  );
}

function CadreList({ asked }: { readonly asked: CadresAsked }): ReactNode {
  const { data, error, refetch, isPlaceholderData } = useCadres(asked);
  const navigate = useNavigate();
  const list = useRef<HTMLDivElement>(null);
  useRowKeys(list);
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton active={false} title={false} paragraph={{ rows: 14, width: '100%' }} />;
  const filtered = asked.level !== undefined || asked.unit !== undefined;
  const empty = filtered ? (
    <EmptyNotice title={texts.emptyFiltered} filledBy={texts.emptyFilteredFilledBy} />
  ) : (
    <EmptyNotice title={texts.empty} filledBy={texts.emptyFilledBy} />
  );
  return (
    <div ref={list} className="lq-list" aria-busy={isPlaceholderData}>
      <Table<CadreRow>
        size="small"
        pagination={false}
        aria-label={texts.caption}
        columns={CADRE_COLUMNS}
        dataSource={data.items}
        rowKey="id"
        onRow={({ id }) => rowThatOpens(() => void navigate(cadrePath(id)))}
        locale={{ emptyText: empty }}
      />
      <PageTurner next={data.next} count={data.items.length} />
    </div>
  );
}
