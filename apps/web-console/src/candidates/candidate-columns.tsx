import type { TableColumnsType } from 'antd';
import { Link } from 'react-router';
import type { Labels } from '../catalogue/labels';
import type { CandidateRow } from '../contracts';
import { LevelTag } from '../parts/level-tag';
import { points } from '../parts/points';
import { candidateStateWord } from '../parts/words';
import texts from '../texts/zh-CN/candidates.json';
import { candidatePath } from './candidate-path';
import { DueDay } from './due-day';

const NUMBER = { align: 'right', className: 'lq-number', width: 92 } as const;

/** @param day the day of the data */
export function candidateColumns(labels: Labels, day: string): TableColumnsType<CandidateRow> {
  return [
    { title: texts.state, width: 128, className: 'lq-name', render: (_, { state }) => candidateStateWord(state) },
    { title: texts.name, width: 100, className: 'lq-name', render: (_, row) => <Link to={candidatePath(row)}>{row.name}</Link> },
    { title: texts.level, width: 84, render: (_, { level }) => <LevelTag level={level} /> },
    {
      title: texts.post,
      render: (_, { unitName, post }) => (post === null ? <span className="lq-meta">{texts.noPost}</span> : `${unitName ?? ''} ${post}`),
    },
    {
      title: texts.recommended,
      width: 92,
      className: 'lq-name',
      render: (_, { recommended }) => labels.disposition(recommended.disposition),
    },
    { title: texts.priority, ...NUMBER, render: (_, { p }) => points(p) },
    { title: texts.evidence, ...NUMBER, render: (_, { e }) => points(e) },
    { title: texts.proposedOn, ...NUMBER, align: 'left', width: 100, dataIndex: 'proposedOn' },
    { title: texts.due, ...NUMBER, align: 'left', width: 176, render: (_, row) => <DueDay candidate={row} day={day} /> },
  ];
}
