import { Table, Tooltip, type TableColumnsType } from 'antd';
import { useRef, type ReactNode } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { useTriage } from '../api/inbox-queries';
import type { TriageItem } from '../contracts';
import { EmptyNotice } from '../parts/empty-notice';
import { fill } from '../parts/fill';
import { OwnNumber } from '../parts/own-number';
import { PageTurner } from '../parts/page-turner';
import { ProblemNotice } from '../parts/problem-notice';
import { rowThatOpens, useRowKeys } from '../parts/use-row-keys';
import { Waiting } from '../parts/waiting';
import { enumerated } from '../parts/words';
import { withSignal } from '../signals/signal-question';
import { textsOf } from '../texts/texts';

const texts = textsOf('matching');

const COLUMNS: TableColumnsType<TriageItem> = [
  { title: texts.receivedOn, width: 96, className: 'lq-number', dataIndex: 'receivedOn' },
  { title: texts.named, width: 230, render: (_, item) => <Named item={item} /> },
  { title: texts.type, width: 150, dataIndex: 'label' },
  { title: texts.candidates, width: 240, render: (_, item) => <Likely item={item} /> },
  { title: texts.agency, width: 130, render: (_, { agencyName, agency }) => agencyName ?? agency ?? texts.none },
  { title: texts.number, width: 126, render: (_, { number }) => (number === null ? texts.none : <OwnNumber number={number} />) },
];

function Named({ item: { named, unitName, unitCode, post } }: { readonly item: TriageItem }): ReactNode {
  return (
    <>
      <span className="lq-name">{named ?? texts.noName}</span>{' '}
      <span className="lq-meta">{[unitName ?? unitCode ?? '', post ?? ''].join(' ').trim()}</span>
    </>
  );
}

function Likely({ item: { candidates, fitsNow, proposal, waiting } }: { readonly item: TriageItem }): ReactNode {
  return (
    <>
      {fitsNow && (
        <Tooltip title={texts.fitsNowWhat}>
          <span className="lq-level lq-level-watch">{texts.fitsNow}</span>
        </Tooltip>
      )}
      {proposal !== null && <span className="lq-level lq-level-remind">{texts.proposed}</span>}
      {candidates.length === 0 ? (
        <span className="lq-meta">{texts.nobody}</span>
      ) : (
        <span>{enumerated(candidates.slice(0, 2).map(({ name, unitName }) => [name, unitName ?? ''].join(' ').trim()))}</span>
      )}
      {waiting > 0 && <span className="lq-meta"> {fill(texts.waiting, { count: waiting })}</span>}
    </>
  );
}

export function MatchingList(): ReactNode {
  const [search] = useSearchParams();
  const trail: unknown = useLocation().state;
  const navigate = useNavigate();
  const list = useRef<HTMLDivElement>(null);
  useRowKeys(list);
  const { data, error, refetch, isPlaceholderData } = useTriage(search.get('cursor') ?? undefined);
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Waiting rows={12} />;
  const open = search.get('open');
  return (
    <div ref={list} className="lq-list lq-dense" aria-busy={isPlaceholderData}>
      <Table<TriageItem>
        size="small"
        pagination={false}
        aria-label={texts.caption}
        columns={open === null ? COLUMNS : COLUMNS.slice(0, 3)}
        dataSource={data.items}
        rowKey="eventId"
        rowClassName={({ eventId }) => (eventId === open ? 'lq-open-row' : '')}
        onRow={({ eventId }) => rowThatOpens(() => void navigate(`?${withSignal(search, eventId).toString()}`, { state: trail }))}
        locale={{ emptyText: <EmptyNotice title={texts.empty} filledBy={texts.emptyFilledBy} /> }}
      />
      <PageTurner next={data.next} count={data.items.length} counted={texts.onPage} />
    </div>
  );
}
