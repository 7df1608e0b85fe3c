import { Tooltip, type TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Labels } from '../catalogue/labels';
import type { CadreRow } from '../contracts';
import { ExplainedNumber } from '../explanation/explained-number';
import { writtenDay } from '../parts/civil-day';
import { fill } from '../parts/fill';
import { LevelTag } from '../parts/level-tag';
import { points } from '../parts/points';
import { textsOf } from '../texts/texts';
import { cadrePath } from './cadre-path';

const texts = textsOf('cadres');

const explained = (name: string, what: string): ReactNode => (
  <Tooltip title={what}>
    <span tabIndex={0}>{name}</span>
  </Tooltip>
);

/** The level is that of a measure in force, or would be without what was reported. */
const Floor = ({ until, level }: { readonly until: string; readonly level: string }): ReactNode => (
  <Tooltip title={fill(texts.floorWhat, { until: writtenDay(until), level })}>
    <span className="lq-floor" tabIndex={0}>
      {texts.floor}
    </span>
  </Tooltip>
);

const NUMBER = { align: 'right', className: 'lq-number', width: 84 } as const;
/** Left out on a narrow screen, or at 125 % zoom. */
const WIDE_ONLY = { responsive: ['xl' as const] };

const NUMBERS: TableColumnsType<CadreRow> = [
  { title: explained(texts.priority, texts.priorityWhat), ...NUMBER, render: (_, { p }) => points(p) },
  { title: explained(texts.evidence, texts.evidenceWhat), ...NUMBER, render: (_, { id, name, e }) => <ExplainedNumber subject={id} name={name} e={e} /> },
];

/** On paper without what people could be ranked by: the numbers are read at the portrait, by whoever says what for. */
export const cadreColumns = (labels: Labels, onPaper: boolean): TableColumnsType<CadreRow> => [
  {
    title: texts.level,
    width: 112,
    onHeaderCell: () => (onPaper ? {} : { 'aria-sort': 'descending' }),
    render: (_, { level, floor }) => (
      <>
        <LevelTag level={level} />
        {floor !== null && floor.level === level && <Floor until={floor.until} level={labels.level(level)} />}
      </>
    ),
  },
  {
    title: texts.name,
    width: 110,
    className: 'lq-name',
    render: (_, row) => (
      <>
        <Link to={cadrePath(row.id)}>{row.name}</Link>
        {row.incomplete && (
          <Tooltip title={texts.incompleteWhat}>
            <span className="lq-incomplete">{texts.incomplete}</span>
          </Tooltip>
        )}
      </>
    ),
  },
  { title: texts.post, width: 180, render: (_, { post }) => post ?? <span className="lq-meta">{texts.noPost}</span> },
  { title: texts.unit, width: 170, render: (_, { unitName }) => unitName ?? texts.none },
  { title: texts.category, ...WIDE_ONLY, width: 116, className: 'lq-name', render: (_, { category }) => labels.category(category) },
  ...(onPaper ? [] : NUMBERS),
  { title: texts.enteredOn, ...NUMBER, ...WIDE_ONLY, align: 'left', width: 104, render: (_, { enteredOn }) => enteredOn ?? texts.none },
  { title: texts.day, ...NUMBER, align: 'left', width: 104, dataIndex: 'day' },
];
