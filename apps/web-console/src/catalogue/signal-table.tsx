import { DownOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Table, type TableColumnsType } from 'antd';
import { useRef, type ReactNode } from 'react';
import type { SignalKind } from '../contracts';
import { EmptyNotice } from '../parts/empty-notice';
import { fill } from '../parts/fill';
import { rowThatOpens, useRowKeys } from '../parts/use-row-keys';
import { aboutWord } from './about-words';
import { textsOf } from '../texts/texts';
import { effectWord, severityRange } from './effect-words';
import { type Labels, useLabels } from './labels';
import { SignalDetail } from './signal-detail';

const texts = textsOf('catalogue');

interface SignalTableProps {
  readonly signals: readonly SignalKind[];
  /** The code of the row that is open. */
  readonly open: string | undefined;
  readonly onOpen: (code: string) => void;
}

const columnsWith = (labels: Labels): TableColumnsType<SignalKind> => [
  {
    title: texts.name,
    render: (_, { label, code }) => (
      <>
        {label} <code className="lq-meta">{code}</code>
      </>
    ),
  },
  { title: texts.channel, width: 120, className: 'lq-name', render: (_, { channel }) => labels.channel(channel) },
  { title: texts.emitter, width: 180, dataIndex: 'emitter' },
  { title: texts.about, width: 128, className: 'lq-name', render: (_, row) => aboutWord(row) },
  { title: texts.severity, width: 96, className: 'lq-number', render: (_, { severities }) => severityRange(severities) },
  {
    title: texts.halfLife,
    width: 84,
    className: 'lq-number',
    align: 'right',
    render: (_, row) => fill(texts.days, { days: row.halfLife }),
  },
  { title: texts.effect, width: 104, className: 'lq-name', render: (_, { effect }) => effectWord(effect) },
];

export function SignalTable({ signals, open, onOpen }: SignalTableProps): ReactNode {
  const labels = useLabels();
  const list = useRef<HTMLDivElement>(null);
  useRowKeys(list);
  return (
    <div ref={list} className="lq-list">
      <Table<SignalKind>
        size="small"
        pagination={false}
        aria-label={texts.caption}
        columns={columnsWith(labels)}
        dataSource={signals}
        rowKey="code"
        onRow={({ code }) => rowThatOpens(() => onOpen(code))}
        expandable={{
          columnTitle: texts.detail,
          columnWidth: 52,
          expandedRowKeys: open === undefined ? [] : [open],
          expandedRowRender: (signal) => <SignalDetail signal={signal} />,
          expandIcon: ({ expanded, record }) => (
            <Button
              size="small"
              type="text"
              icon={expanded ? <DownOutlined /> : <RightOutlined />}
              aria-label={fill(expanded ? texts.close : texts.open, { name: record.label })}
              aria-expanded={expanded}
              onClick={() => onOpen(record.code)}
            />
          ),
        }}
        locale={{ emptyText: <EmptyNotice title={texts.empty} filledBy={texts.emptyFilledBy} /> }}
      />
    </div>
  );
}
