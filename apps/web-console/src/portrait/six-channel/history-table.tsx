import { Table, type TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import type { ExplanationAnswer } from '../../contracts';
import { LevelTag } from '../../parts/level-tag';
import { points } from '../../parts/points';
import { textsOf } from '../../texts/texts';

const texts = textsOf('portrait');
const words = textsOf('words');

type Step = ExplanationAnswer['history'][number];

const BY_TIME = 'time';

interface HistoryTableProps {
  readonly explanation: ExplanationAnswer;
  /** Names the event that caused a step. */
  readonly nameOf: (eventId: string) => string | undefined;
}

/** The line below the lanes, as a table: where the level changed and why, the newest first. */
export function HistoryTable({ explanation, nameOf }: HistoryTableProps): ReactNode {
  const columns: TableColumnsType<Step> = [
    { title: texts.date, dataIndex: 'day', width: 110, className: 'lq-number' },
    { title: texts.historyTitle, width: 110, render: (_, { level }) => <LevelTag level={level} /> },
    { title: texts.evidence, width: 110, align: 'right', className: 'lq-number', render: (_, { e }) => points(e, 3) },
    { title: texts.cause, render: (_, { cause }) => (cause === BY_TIME ? words.byTime : (nameOf(cause) ?? texts.newSignal)) },
  ];
  return (
    <Table<Step>
      size="small"
      pagination={false}
      aria-label={texts.historyTitle}
      columns={columns}
      dataSource={[...explanation.history].reverse()}
      rowKey={({ day, level, cause }) => `${day} ${level} ${cause}`}
    />
  );
}
