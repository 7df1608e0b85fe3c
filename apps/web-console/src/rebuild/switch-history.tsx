import { Table, type TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import type { RebuildAnswer } from '../contracts';
import { writtenInstant } from '../parts/civil-day';
import { EmptyNotice } from '../parts/empty-notice';
import { personWord } from '../parts/words';
import { Chinese } from '../texts/chinese';
import { textsOf } from '../texts/texts';
import { PolicyName } from './policy-name';

const texts = textsOf('rebuild');

type Switch = RebuildAnswer['switches'][number];

const COLUMNS: TableColumnsType<Switch> = [
  { title: texts.at, width: 140, className: 'lq-number', render: (_, { at }) => writtenInstant(at) },
  { title: texts.kind, width: 90, className: 'lq-name', render: (_, { kind }) => texts.kinds[kind] },
  { title: texts.by, width: 150, render: (_, { by }) => personWord(by) },
  {
    title: texts.fromTo,
    render: (_, { from, to }) => (
      <>
        <PolicyName policy={from} /> → <PolicyName policy={to} />
      </>
    ),
  },
  { title: texts.reason, render: (_, { reason }) => <Chinese>{reason}</Chinese> },
];

/** Who switched when, from which policy to which, and why; the latest first. */
export function SwitchHistory({ switches }: Pick<RebuildAnswer, 'switches'>): ReactNode {
  return (
    <section className="lq-card" aria-label={texts.switches}>
      <div className="lq-card-head">
        <h2>{texts.switches}</h2>
      </div>
      <Table<Switch>
        size="small"
        pagination={false}
        aria-label={texts.switches}
        columns={COLUMNS}
        dataSource={switches}
        rowKey="id"
        locale={{ emptyText: <EmptyNotice title={texts.noSwitches} filledBy={texts.noSwitchesFilledBy} /> }}
      />
    </section>
  );
}
