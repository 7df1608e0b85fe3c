import { Button, Table, type TableColumnsType } from 'antd';
import { useState, type ReactNode } from 'react';
import { useOperations } from '../api/queries';
import type { OperationsAnswer } from '../contracts';
import { useTitle } from '../frame/use-title';
import { writtenDay, writtenInstant } from '../parts/civil-day';
import { EmptyNotice } from '../parts/empty-notice';
import { fill } from '../parts/fill';
import { ProblemNotice } from '../parts/problem-notice';
import { Waiting } from '../parts/waiting';
import { textsOf } from '../texts/texts';
import { APP_COLUMNS, CONSUMER_COLUMNS, OUTBOX_COLUMNS, PARKED_COLUMNS } from './operations-columns';
import { StateTag } from './state-tag';
import './operations.css';

const texts = textsOf('operations');

/** 运行监控: how the installation does, of no person; asked anew every five seconds unless held. */
export function OperationsPage(): ReactNode {
  const [held, hold] = useState(false);
  const { data, error, refetch } = useOperations(!held);
  useTitle(texts.documentTitle);
  return (
    <>
      <div className="lq-page-head">
        <h1>{texts.title}</h1>
        {data !== undefined && (
          <span className="lq-meta lq-number">{fill(texts.asOf, { time: `${writtenInstant(data.at)}:${data.at.slice(17, 19)}` })}</span>
        )}
        <span className="lq-spring" />
        <Button className="lq-no-print" size="small" aria-pressed={held} onClick={() => hold(!held)}>
          {held ? texts.goOn : texts.pause}
        </Button>
      </div>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Waiting rows={12} />}
      {data !== undefined && <Everything told={data} />}
    </>
  );
}

function Everything({ told }: { readonly told: OperationsAnswer }): ReactNode {
  const { apps, consumers, outboxes, parked } = told;
  return (
    <div className="lq-operations">
      <Rows title={texts.consumers} columns={CONSUMER_COLUMNS} rows={consumers} keyOf={({ group, topic }) => `${group} ${topic}`} />
      <Rows title={texts.outboxes} columns={OUTBOX_COLUMNS} rows={outboxes} keyOf={({ writer }) => writer} />
      <Rows
        title={fill(texts.parked, { count: parked.count })}
        columns={PARKED_COLUMNS}
        rows={parked.items}
        keyOf={({ group, topic, partition, offset }) => `${group} ${topic} ${partition} ${offset}`}
      />
      <Rows title={texts.apps} columns={APP_COLUMNS} rows={apps} keyOf={({ app }) => app} />
      <Work told={told} />
    </div>
  );
}

interface RowsProps<Row> {
  readonly title: string;
  readonly columns: TableColumnsType<Row>;
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
}

function Rows<Row extends object>({ title, columns, rows, keyOf }: RowsProps<Row>): ReactNode {
  return (
    <section className="lq-card" aria-label={title}>
      <div className="lq-card-head">
        <h2>{title}</h2>
      </div>
      <Table<Row>
        size="small"
        pagination={false}
        aria-label={title}
        columns={columns}
        dataSource={rows}
        rowKey={keyOf}
        locale={{ emptyText: <EmptyNotice title={texts.empty} filledBy={texts.emptyFilledBy} /> }}
      />
    </section>
  );
}

function Work({ told: { dueWork, readings, schema } }: { readonly told: OperationsAnswer }): ReactNode {
  const lines: readonly (readonly [name: string, well: boolean, what: string])[] = [
    [texts.queue, dueWork.queueAnswers, dueWork.queueAnswers ? texts.answers : texts.silent],
    [
      texts.dueWork,
      dueWork.late === 0,
      fill(texts.dueCounts, { waiting: dueWork.waiting, late: dueWork.late, oldest: dueWork.oldest === null ? texts.none : writtenDay(dueWork.oldest) }),
    ],
    [texts.heldCandidates, dueWork.held === 0, fill(texts.heldCount, { count: dueWork.held })],
    [texts.incomplete, readings.incomplete === 0, fill(texts.readings, { count: readings.incomplete })],
    [texts.shownOn, true, readings.shownOn === null ? texts.none : writtenDay(readings.shownOn)],
    [texts.schema, true, fill(texts.changes, { count: schema.changes, latest: schema.latest })],
  ];
  return (
    <section className="lq-card" aria-label={texts.work}>
      <div className="lq-card-head">
        <h2>{texts.work}</h2>
      </div>
      <dl className="lq-work">
        {lines.map(([name, well, what]) => (
          <div key={name}>
            <dt className="lq-meta">{name}</dt>
            <dd>
              <StateTag well={well} /> {what}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
