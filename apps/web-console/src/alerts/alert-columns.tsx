import type { TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { ExplainedNumber } from '../explanation/explained-number';
import type { Labels } from '../catalogue/labels';
import type { AlertRecord, ToldEdge } from '../contracts';
import { writtenInstant } from '../parts/civil-day';
import { fill } from '../parts/fill';
import { LevelTag } from '../parts/level-tag';
import { subjectPath } from '../parts/subject-path';
import { groundWord } from '../parts/words';
import { textsOf } from '../texts/texts';
import { becameOf } from './became-of';

const texts = textsOf('alerts');

const NUMBER = { align: 'right', className: 'lq-number', width: 84 } as const;

/** What was said; where nothing was, what a correction told. */
const toldOf = ({ said, correction }: AlertRecord): ToldEdge | null | undefined => said ?? correction?.now;

/** From one level to another; struck where it is no longer so. */
function Step({ edge, struck }: { readonly edge: ToldEdge; readonly struck: boolean }): ReactNode {
  const Mark = struck ? 'del' : 'span';
  return (
    <Mark className="lq-step">
      <LevelTag level={edge.from} /> → <LevelTag level={edge.to} />
    </Mark>
  );
}

/** What was said, and under it what holds instead. */
function Change({ record }: { readonly record: AlertRecord }): ReactNode {
  const { said, correction } = record;
  const now = correction?.now ?? null;
  const isOther = said !== null && now !== null && (now.from !== said.from || now.to !== said.to);
  return (
    <>
      {said !== null && <Step edge={said} struck={record.state === 'void' || isOther} />}
      {now !== null && (said === null || isOther) && <Step edge={now} struck={false} />}
    </>
  );
}

/** The number leads to what it was made of, as it was known on its day. */
function Evidence({ record }: { readonly record: AlertRecord }): ReactNode {
  const { e = 0, day } = toldOf(record) ?? {};
  return <ExplainedNumber subject={record.subject} name={record.name} e={e} knownOn={day} />;
}

function State({ record, labels }: { readonly record: AlertRecord; readonly labels: Labels }): ReactNode {
  const { correction } = record;
  if (correction === null) return texts.states[record.state];
  return (
    <>
      <div>
        <strong>{texts.states[record.state]}</strong> {fill(texts.because, { day: correction.day, ground: groundWord(correction.ground) })}
      </div>
      <div className="lq-meta">{becameOf(record, labels.level)}</div>
    </>
  );
}

export const alertColumns = (labels: Labels): TableColumnsType<AlertRecord> => [
  { title: texts.at, width: 132, className: 'lq-number', render: (_, { at }) => writtenInstant(at) },
  {
    title: texts.subject,
    width: 210,
    render: (_, { subject, name, unitName, post }) => (
      <>
        <Link to={subjectPath(subject)}>{name}</Link>
        {post !== null && <div className="lq-meta">{`${unitName ?? ''} ${post}`}</div>}
      </>
    ),
  },
  { title: texts.change, width: 190, render: (_, record) => <Change record={record} /> },
  { title: texts.day, width: 104, className: 'lq-number', render: (_, record) => toldOf(record)?.day },
  { title: texts.evidence, ...NUMBER, render: (_, record) => <Evidence record={record} /> },
  { title: texts.state, render: (_, record) => <State record={record} labels={labels} /> },
];
