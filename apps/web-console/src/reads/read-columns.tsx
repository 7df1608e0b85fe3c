import type { TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Purpose, ReadRow } from '../contracts';
import { writtenInstant } from '../parts/civil-day';
import { fill } from '../parts/fill';
import { personWord, principalWord } from '../parts/words';
import { textsOf } from '../texts/texts';
import { ReviewOf } from './review-of';

const texts = textsOf('reads');

const SHORT = 8;
const SUBJECT = 14;

/** The purpose, and the task or the reason that it was given with. */
function Why({ read, purposes }: { readonly read: ReadRow; readonly purposes: readonly Purpose[] }): ReactNode {
  if (read.purpose === null) return texts.none;
  return (
    <>
      <div>{purposes.find(({ code }) => code === read.purpose)?.label ?? read.purpose}</div>
      {read.task !== null && <div className="lq-meta">{fill(texts.task, { id: read.task.slice(0, SHORT) })}</div>}
      {read.reason !== null && <div className="lq-meta">{read.reason}</div>}
    </>
  );
}

/** Leads to all reads about the same. */
function Subject({ id }: { readonly id: string }): ReactNode {
  return (
    <Link to={`?subject=${encodeURIComponent(id)}`} title={id}>
      <code>{id.slice(0, SUBJECT)}</code>
    </Link>
  );
}

export function readColumns(purposes: readonly Purpose[]): TableColumnsType<ReadRow> {
  return [
    { title: texts.at, width: 132, className: 'lq-number', render: (_, { at }) => writtenInstant(at) },
    {
      title: texts.person,
      width: 130,
      render: (_, { person, role, unit }) => (
        <>
          <div>{personWord(person)}</div>
          <div className="lq-meta">{unit === null ? principalWord(role) : `${principalWord(role)} ${unit}`}</div>
        </>
      ),
    },
    { title: texts.subject, width: 150, render: (_, { subject }) => (subject === null ? texts.none : <Subject id={subject} />) },
    { title: texts.why, render: (_, read) => <Why read={read} purposes={purposes} /> },
    { title: texts.endpoint, width: 200, responsive: ['xl'], render: (_, { endpoint }) => <code>{endpoint.replace('/api/v1', '')}</code> },
    { title: texts.outcome, width: 76, className: 'lq-name', render: (_, { outcome }) => texts.outcomes[outcome] },
    { title: texts.review, width: 150, render: (_, read) => <ReviewOf read={read} /> },
  ];
}
