import type { TableColumnsType } from 'antd';
import { Link } from 'react-router';
import type { PointsRow, PointsSchemeRow } from '../contracts';
import { exactPoints } from '../parts/points';
import { textsOf } from '../texts/texts';
import { ColourTag } from './colour-tag';
import { pointsPath } from './points-path';

const texts = textsOf('points');

const NUMBER = { align: 'right', className: 'lq-number', width: 92 } as const;

export function pointsColumns({ name: scheme, thresholds }: PointsSchemeRow): TableColumnsType<PointsRow> {
  return [
    { title: texts.level, width: 190, render: (_, { threshold }) => levelOf(thresholds, threshold) },
    { title: texts.name, width: 160, className: 'lq-name', render: (_, { subject, name }) => <Link to={pointsPath(scheme, subject)}>{name}</Link> },
    { title: texts.post, render: (_, { unitName, post }) => (post === null ? <span className="lq-meta">{texts.none}</span> : `${unitName ?? ''} ${post}`) },
    { title: texts.value, ...NUMBER, render: (_, { value }) => exactPoints(value) },
    { title: texts.standing, ...NUMBER, dataIndex: 'standing' },
    { title: texts.pending, ...NUMBER, render: (_, { pending }) => (pending === 0 ? texts.none : <strong>{pending}</strong>) },
    { title: texts.inForce, ...NUMBER, dataIndex: 'inForce' },
    { title: texts.nextChange, ...NUMBER, align: 'left', width: 116, render: (_, { nextChange }) => nextChange ?? texts.none },
  ];
}

function levelOf(thresholds: PointsSchemeRow['thresholds'], key: string | null) {
  const found = thresholds.find((threshold) => threshold.key === key);
  return found === undefined ? <span className="lq-meta">{texts.noThreshold}</span> : <ColourTag label={found.label} colour={found.colour} />;
}
