import { Table, type TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import type { ExplanationAnswer } from '../../contracts';
import { LevelTag } from '../../parts/level-tag';
import { points } from '../../parts/points';
import { textsOf } from '../../texts/texts';
import { reasonWord } from '../reason-word';

const texts = textsOf('portrait');

type Step = ExplanationAnswer['history'][number];

/** The line below the lanes, as a table: where the level changed and why, the newest first. */
export function HistoryTable({ explanation }: { readonly explanation: ExplanationAnswer }): ReactNode {
  const columns: TableColumnsType<Step> = [
    { title: texts.date, dataIndex: 'day', width: 110, className: 'lq-number' },
    { title: texts.historyTitle, width: 110, render: (_, { level }) => <LevelTag level={level} /> },
    { title: texts.evidence, width: 110, align: 'right', className: 'lq-number', render: (_, { e }) => points(e, 3) },
    { title: texts.cause, render: (_, { reason }) => reasonWord(reason) },
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
