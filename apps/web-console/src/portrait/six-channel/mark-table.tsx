import { Table, type TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import { useLabels } from '../../catalogue/labels';
import { points, wholeNumber } from '../../parts/points';
import { Verification } from '../../parts/verification';
import { matterWord, severityWord } from '../../parts/words';
import { textsOf } from '../../texts/texts';
import { sourceWord } from '../signals/source-word';
import type { Mark } from './timeline-marks';

const texts = textsOf('portrait');

const NEWEST_FIRST = (): { 'aria-sort': 'descending' } => ({ 'aria-sort': 'descending' });

/** The signals of the picture, the newest first. */
export function MarkTable({ marks }: { readonly marks: readonly Mark[] }): ReactNode {
  const labels = useLabels();
  const columns: TableColumnsType<Mark> = [
    { title: texts.date, width: 100, className: 'lq-number', onHeaderCell: NEWEST_FIRST, render: (_, { event }) => event.day },
    { title: texts.channel, width: 110, render: (_, { channel }) => labels.channel(channel) },
    { title: texts.type, render: (_, { event }) => event.label },
    { title: texts.source, width: 130, render: (_, { event }) => sourceWord(event, labels) },
    { title: texts.matter, render: (_, { matter }) => (matter === undefined ? texts.none : matterWord(matter)) },
    {
      title: texts.status,
      width: 100,
      render: (_, { event }) => (event.status === '' ? texts.none : <Verification status={event.status} />),
    },
    { title: texts.grade, width: 80, render: (_, { event }) => event.grade || texts.none },
    { title: texts.severity, width: 80, render: (_, { event }) => severityWord(event.severity) },
    { title: texts.fresh, width: 100, align: 'right', className: 'lq-number', render: (_, { event }) => wholeNumber(event.fresh) },
    { title: texts.decayed, width: 100, align: 'right', className: 'lq-number', render: (_, { event }) => wholeNumber(event.decayed) },
    {
      title: texts.part,
      width: 80,
      align: 'right',
      className: 'lq-number',
      render: (_, { event, fill }) => (fill === 'uncounted' ? texts.uncounted : points(event.part, 3)),
    },
  ];
  return (
    <Table<Mark>
      size="small"
      pagination={false}
      aria-label={texts.sixChannels}
      columns={columns}
      dataSource={[...marks].sort((a, b) => b.at - a.at)}
      rowKey={({ event }) => event.eventId}
      footer={() => <span className="lq-meta">{texts.oddsNote}</span>}
    />
  );
}
