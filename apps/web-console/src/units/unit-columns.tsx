import { Tooltip, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { LevelTag } from '../parts/level-tag';
import { points } from '../parts/points';
import { textsOf } from '../texts/texts';
import { categoryWord } from './category-word';
import { unitPath } from './unit-path';
import type { UnitNode } from './units-asked';

const texts = textsOf('units');

export const UNIT_COLUMNS: TableColumnsType<UnitNode> = [
  {
    title: texts.unit,
    className: 'lq-name',
    render: (_, { code, name, reading }) => (
      <>
        <Link to={unitPath(code)}>{name}</Link>
        {reading?.incomplete === true && (
          <Tooltip title={texts.incompleteWhat}>
            <span className="lq-incomplete">{texts.incomplete}</span>
          </Tooltip>
        )}
      </>
    ),
  },
  { title: texts.code, width: 120, render: (_, { code }) => <code>{code}</code> },
  { title: texts.category, width: 130, className: 'lq-name', render: (_, { category }) => categoryWord(category) },
  { title: texts.level, width: 100, render: (_, { reading }) => (reading === null ? texts.none : <LevelTag level={reading.level} />) },
  {
    title: (
      <Tooltip title={texts.evidenceWhat}>
        <span tabIndex={0}>{texts.evidence}</span>
      </Tooltip>
    ),
    width: 100,
    align: 'right',
    className: 'lq-number',
    render: (_, { reading }) => (reading === null ? texts.none : points(reading.e)),
  },
  { title: texts.enteredOn, width: 120, className: 'lq-number', render: (_, { reading }) => reading?.enteredOn ?? texts.none },
  { title: texts.day, width: 120, className: 'lq-number', render: (_, { reading }) => reading?.day ?? texts.none },
];
