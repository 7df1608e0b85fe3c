import { Table, type TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import type { PointsLedger } from '../contracts';
import { writtenDay } from '../parts/civil-day';
import { fill } from '../parts/fill';
import { enumerated } from '../parts/words';
import { textsOf } from '../texts/texts';
import { ColourTag } from './colour-tag';
import { labelWord } from './label-word';

const texts = textsOf('points');

type Consequence = PointsLedger['consequences'][number];

/** What follows from the points, until when, and which thresholds were reached before. */
export function Consequences({ ledger: { consequences, attained } }: { readonly ledger: PointsLedger }): ReactNode {
  const inForceFirst = [...consequences].sort((a, b) => Number(b.inForce) - Number(a.inForce) || a.from.localeCompare(b.from));
  return (
    <section className="lq-card" aria-label={texts.consequences}>
      <h2 className="lq-title">{texts.consequences}</h2>
      <p className="lq-meta">{texts.consequencesWhat}</p>
      <Table<Consequence>
        size="small"
        pagination={false}
        aria-label={texts.consequences}
        columns={COLUMNS}
        dataSource={inForceFirst}
        rowKey={({ key, from }) => `${key} ${from}`}
        locale={{ emptyText: <span className="lq-meta">{texts.noConsequences}</span> }}
      />
      {attained.length > 0 && (
        <ul className="lq-lines lq-points-course">
          {attained.map(({ key, label, colour, from, last }) => (
            <li key={`${key} ${from}`}>
              <ColourTag label={label} colour={colour} /> {fill(texts.attained, { from: writtenDay(from), last: writtenDay(last) })}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const COLUMNS: TableColumnsType<Consequence> = [
  { title: texts.consequence, render: (_, { label }) => labelWord(label) },
  { title: texts.whom, width: 120, render: (_, { whom }) => texts.whoms[whom] },
  { title: texts.from, width: 104, className: 'lq-number', dataIndex: 'from' },
  { title: texts.until, width: 104, className: 'lq-number', dataIndex: 'last' },
  { title: texts.state, width: 96, render: (_, { inForce }) => (inForce ? <strong>{texts.isInForce}</strong> : texts.hasEnded) },
  { title: texts.causes, width: 260, render: (_, { causes }) => enumerated(causes.map(labelWord)) },
];
