import { DownOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Table, type TableColumnsType } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { type Labels, useLabels } from '../../catalogue/labels';
import type { ExplanationAnswer } from '../../contracts';
import { fill } from '../../parts/fill';
import { points } from '../../parts/points';
import { Verification } from '../../parts/verification';
import { textsOf } from '../../texts/texts';
import { type Mark, timelineMarks } from '../six-channel/timeline-marks';
import { SentFields } from './sent-fields';
import { sourceWord } from './source-word';

const texts = textsOf('signals');

const columnsWith = (labels: Labels): TableColumnsType<Mark> => [
  { title: texts.date, width: 104, className: 'lq-number', render: (_, { event }) => event.day },
  { title: texts.channel, width: 120, className: 'lq-name', render: (_, { channel }) => labels.channel(channel) },
  { title: texts.type, render: (_, { event }) => event.label },
  { title: texts.agency, width: 170, render: (_, { event }) => sourceWord(event, labels) },
  { title: texts.number, width: 150, render: (_, { event }) => event.sent?.number ?? texts.none },
  {
    title: texts.status,
    width: 100,
    render: (_, { event }) => (event.status === '' ? texts.none : <Verification status={event.status} />),
  },
  {
    title: texts.part,
    width: 84,
    align: 'right',
    className: 'lq-number',
    render: (_, mark) => (mark.fill === 'uncounted' ? texts.uncounted : points(mark.event.part, 3)),
  },
];

/** 信号明细: the signals of a subject, the newest first; each opens to what its sender filled in. */
export function OwnSignals({ explanation }: { readonly explanation: ExplanationAnswer }): ReactNode {
  const labels = useLabels();
  const [open, setOpen] = useState<readonly string[]>([]);
  const marks = useMemo(
    () => [...timelineMarks(explanation, (code) => labels.channelOf(code))].sort((a, b) => b.at - a.at),
    [explanation, labels],
  );
  if (marks.length === 0) return null;
  const turn = (id: string): void => setOpen(open.includes(id) ? open.filter((other) => other !== id) : [...open, id]);
  return (
    <section className="lq-card" aria-label={texts.title}>
      <h2 className="lq-title">{texts.title}</h2>
      <Table<Mark>
        size="small"
        pagination={false}
        aria-label={texts.title}
        columns={columnsWith(labels)}
        dataSource={marks}
        rowKey={({ event }) => event.eventId}
        expandable={{
          columnTitle: texts.detail,
          columnWidth: 52,
          expandedRowKeys: open,
          expandedRowRender: ({ event, matter }) => <SentFields event={event} matter={matter} />,
          expandIcon: ({ expanded, record: { event } }) => (
            <Button
              size="small"
              type="text"
              icon={expanded ? <DownOutlined /> : <RightOutlined />}
              aria-label={fill(expanded ? texts.close : texts.open, { name: event.label, number: event.sent?.number ?? '' })}
              aria-expanded={expanded}
              onClick={() => turn(event.eventId)}
            />
          ),
        }}
      />
    </section>
  );
}
