import { ExclamationCircleOutlined } from '@ant-design/icons';
import { Table, type TableColumnsType } from 'antd';
import { useRef, type ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import type { DeskAnswer, DeskTask } from '../contracts';
import { BasisMark } from '../parts/basis-mark';
import { daysBetween } from '../parts/civil-day';
import { EmptyNotice } from '../parts/empty-notice';
import { fill } from '../parts/fill';
import { subjectPath } from '../parts/subject-path';
import { rowThatOpens, useRowKeys } from '../parts/use-row-keys';
import { textsOf } from '../texts/texts';

const texts = textsOf('desk');

/** The list in which a task stands. */
const PAGES: Readonly<Partial<Record<DeskTask['kind'], string>>> = {
  'name-subject': '/matching',
  'confirm-move': '/signals',
  'confirm-override': '/cadres',
  'approve-policy': '/policies',
};
const pageOf = ({ kind }: DeskTask): string => PAGES[kind] ?? '/candidates';

function addressOf(task: DeskTask): string {
  if (task.kind === 'confirm-override') return subjectPath(task.id);
  return task.kind === 'approve-policy' ? `/policies/${task.id}?tab=course` : `${pageOf(task)}?open=${task.id}`;
}

const columnsOn = (today: string): TableColumnsType<DeskTask> => [
  { title: texts.task, width: 250, render: (_, task) => <Task task={task} /> },
  { title: texts.name, width: 130, className: 'lq-name', render: (_, { name }) => name ?? texts.unnamed },
  { title: texts.post, render: (_, task) => <PostOf task={task} /> },
  { title: texts.since, width: 110, className: 'lq-number', dataIndex: 'since' },
  { title: texts.due, width: 220, className: 'lq-number', render: (_, task) => <Due task={task} today={today} /> },
];

function Task({ task }: { readonly task: DeskTask }): ReactNode {
  return (
    <>
      <Link to={addressOf(task)}>{texts.kinds[task.kind]}</Link>
      {task.basisChanged && task.kind !== 'decision-to-review' && <BasisMark word={texts.basisChanged} />}
    </>
  );
}

/** A policy is nobody's. */
function PostOf({ task: { kind, unitName, post } }: { readonly task: DeskTask }): ReactNode {
  if (kind === 'approve-policy') return <span className="lq-meta">{texts.policy}</span>;
  return [unitName, post].filter(Boolean).join(' ') || texts.unnamed;
}

/** What waits for the person, the first due first. */
export function Tasks({ tasks: { items, total }, today }: Pick<DeskAnswer, 'tasks' | 'today'>): ReactNode {
  const navigate = useNavigate();
  const list = useRef<HTMLDivElement>(null);
  useRowKeys(list);
  const title = fill(texts.tasks, { total });
  const last = items[items.length - 1];
  return (
    <section className="lq-card" aria-label={title} ref={list}>
      <div className="lq-card-head">
        <h2>{title}</h2>
        {last !== undefined && total > items.length && (
          <Link to={pageOf(last)}>{fill(texts.tasksShown, { shown: items.length })}</Link>
        )}
      </div>
      <Table<DeskTask>
        size="small"
        pagination={false}
        aria-label={title}
        columns={columnsOn(today)}
        dataSource={items}
        rowKey={({ kind, id }) => `${kind} ${id}`}
        onRow={(task) => rowThatOpens(() => void navigate(addressOf(task)))}
        locale={{ emptyText: <EmptyNotice title={texts.empty} filledBy={texts.emptyFilledBy} /> }}
      />
    </section>
  );
}

/** Civil days, as the day by which to decide is one. */
function Due({ task: { dueOn, overdue }, today }: { readonly task: DeskTask; readonly today: string }): ReactNode {
  if (dueOn === null) return <span className="lq-meta">{texts.noDue}</span>;
  const days = daysBetween(today, dueOn);
  if (!overdue) {
    return (
      <>
        {dueOn} <span className="lq-meta">{days <= 0 ? texts.dueToday : fill(texts.daysLeft, { days })}</span>
      </>
    );
  }
  return (
    <>
      {dueOn}{' '}
      <span className="lq-late">
        <ExclamationCircleOutlined aria-hidden /> {fill(texts.overdue, { days: Math.max(1, -days) })}
      </span>
    </>
  );
}
