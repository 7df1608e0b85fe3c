import { Table, type TableColumnsType } from 'antd';
import { useRef, type ReactNode } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { useSignals, type SignalsAsked } from '../api/inbox-queries';
import { useLabels, type Labels } from '../catalogue/labels';
import type { SignalRow } from '../contracts';
import { isFiltered } from '../lists/filters';
import { EmptyNotice } from '../parts/empty-notice';
import { OwnNumber } from '../parts/own-number';
import { PageTurner } from '../parts/page-turner';
import { ProblemNotice } from '../parts/problem-notice';
import { rowThatOpens, useRowKeys } from '../parts/use-row-keys';
import { Verification } from '../parts/verification';
import { Waiting } from '../parts/waiting';
import { severityWord } from '../parts/words';
import { textsOf } from '../texts/texts';
import { withSignal } from './signal-question';

const texts = textsOf('inbox');
const WIDE_ONLY = { responsive: ['xxl' as const] };

/** Beside an open drawer there is room for what tells rows apart; the channel, which the type implies, waits for a wide screen. */
function columnsOf(labels: Labels, beside: boolean): TableColumnsType<SignalRow> {
  const all: TableColumnsType<SignalRow> = [
    { title: texts.receivedOn, width: 92, className: 'lq-number', dataIndex: 'receivedOn' },
    { title: texts.type, width: 152, render: (_, { type, label }) => typeWord(labels, type, label) },
    { title: texts.subject, width: 200, render: (_, { subject }) => <Subject subject={subject} /> },
    { title: texts.state, width: 90, className: 'lq-name', render: (_, { state }) => texts.states[state] },
    { title: texts.agency, width: 106, dataIndex: 'agencyName' },
    { title: texts.channel, width: 104, className: 'lq-name', ...WIDE_ONLY, render: (_, { channel }) => labels.channel(channel) },
    { title: texts.verification, width: 104, render: (_, { verification }) => verification && <Verification status={verification} /> },
    { title: texts.severity, width: 52, render: (_, { severity }) => (severity === null ? texts.none : severityWord(severity)) },
    { title: texts.number, width: 126, render: (_, { number }) => <OwnNumber number={number} /> },
    { title: texts.occurredOn, width: 96, className: 'lq-number', ...WIDE_ONLY, render: (_, { occurredOn }) => occurredOn ?? texts.none },
  ];
  return beside ? all.slice(0, 4) : all;
}

/** The word of the catalogue, where the type is in it. */
export function typeWord(labels: Labels, type: string, label: string): string {
  const code = type.replace(/^liuqu\.signal\./, '').replace(/\.v\d+$/, '');
  return labels.channelOf(code) === undefined ? label : labels.signal(code);
}

export function Subject({ subject }: Pick<SignalRow, 'subject'>): ReactNode {
  if (subject === null) return <span className="lq-meta">{texts.notKnown}</span>;
  return (
    <>
      <span className="lq-name">{subject.name}</span> <span className="lq-meta">{[subject.unitName, subject.post].join(' ').trim()}</span>
    </>
  );
}

export function SignalList({ asked }: { readonly asked: SignalsAsked }): ReactNode {
  const labels = useLabels();
  const [search] = useSearchParams();
  const trail: unknown = useLocation().state;
  const navigate = useNavigate();
  const list = useRef<HTMLDivElement>(null);
  useRowKeys(list);
  const { data, error, refetch, isPlaceholderData } = useSignals(asked, search.get('cursor') ?? undefined);
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Waiting rows={12} />;
  const open = search.get('open');
  const addressOf = (eventId: string): string => `?${withSignal(search, eventId).toString()}`;
  const empty = isFiltered(asked) ? (
    <EmptyNotice title={texts.emptyFiltered} filledBy={texts.emptyFilteredFilledBy} />
  ) : (
    <EmptyNotice title={texts.empty} filledBy={texts.emptyFilledBy} />
  );
  return (
    <div ref={list} className="lq-list lq-dense" aria-busy={isPlaceholderData}>
      <Table<SignalRow>
        size="small"
        pagination={false}
        aria-label={texts.caption}
        columns={columnsOf(labels, open !== null)}
        dataSource={data.items}
        rowKey="eventId"
        rowClassName={({ eventId }) => (eventId === open ? 'lq-open-row' : '')}
        onRow={({ eventId }) => rowThatOpens(() => void navigate(addressOf(eventId), { state: trail }))}
        locale={{ emptyText: empty }}
      />
      <PageTurner next={data.next} count={data.items.length} counted={texts.onPage} />
    </div>
  );
}
