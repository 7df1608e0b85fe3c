import { Table, type TableColumnsType } from 'antd';
import { useRef, type ReactNode } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { usePolicies } from '../api/policy-queries';
import type { PolicyRow } from '../contracts';
import { writtenInstant } from '../parts/civil-day';
import { EmptyNotice } from '../parts/empty-notice';
import { PageTurner } from '../parts/page-turner';
import { ProblemNotice } from '../parts/problem-notice';
import { rowThatOpens, useRowKeys } from '../parts/use-row-keys';
import { Waiting } from '../parts/waiting';
import { shortHash } from '../parts/words';
import { textsOf } from '../texts/texts';
import { daysWord, kindWord, nameOf } from './policy-words';
import { StateMark } from './state-mark';

const texts = textsOf('policies');

const WIDE_ONLY = { responsive: ['xl' as const] };
const addressOf = ({ id }: PolicyRow): string => `/policies/${id}`;

const COLUMNS: TableColumnsType<PolicyRow> = [
  { title: texts.name, render: (_, row) => <Link to={addressOf(row)}>{nameOf(row.name)}</Link> },
  { title: texts.kind, width: 130, className: 'lq-name', render: (_, { kind }) => kindWord(kind) },
  { title: texts.state, width: 120, render: (_, { state }) => <StateMark state={state} /> },
  {
    title: texts.inForce,
    width: 250,
    render: (_, { inForce }) => inForce.map((days) => <div key={days.from + String(days.until)}>{daysWord(days)}</div>),
  },
  { title: texts.hash, width: 110, ...WIDE_ONLY, render: (_, { hash }) => hash !== null && <code>{shortHash(hash)}</code> },
  { title: texts.changedAt, width: 150, className: 'lq-number', render: (_, { changedAt }) => writtenInstant(changedAt) },
];

interface PolicyListProps {
  readonly kind: string | undefined;
  readonly state: string | undefined;
}

export function PolicyList({ kind, state }: PolicyListProps): ReactNode {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const list = useRef<HTMLDivElement>(null);
  useRowKeys(list);
  const { data, error, refetch, isPlaceholderData } = usePolicies({ kind, state, cursor: search.get('cursor') ?? undefined });
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Waiting rows={8} />;
  return (
    <div ref={list} className="lq-list" aria-busy={isPlaceholderData}>
      <Table<PolicyRow>
        size="small"
        pagination={false}
        aria-label={texts.caption}
        columns={COLUMNS}
        dataSource={data.items}
        rowKey="id"
        onRow={(row) => rowThatOpens(() => void navigate(addressOf(row)))}
        locale={{ emptyText: <EmptyNotice title={texts.empty} filledBy={texts.emptyFilledBy} /> }}
      />
      <PageTurner next={data.next} count={data.items.length} counted={texts.onPage} />
    </div>
  );
}
