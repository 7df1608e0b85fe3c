import { Table, type TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import type { PointsItem } from '../contracts';
import { fill } from '../parts/fill';
import { exactPoints } from '../parts/points';
import { personWord } from '../parts/words';
import { textsOf } from '../texts/texts';
import { ColourTag } from './colour-tag';
import { ItemCourse } from './item-course';
import { ItemSteps } from './item-steps';
import { labelWord } from './label-word';

const texts = textsOf('points');

interface PointsItemsProps {
  readonly subject: string;
  readonly scheme: string;
  readonly items: readonly PointsItem[];
}

/** Every fact under the scheme, what it counts, who decided, and what people did and may do about it. */
export function PointsItems({ subject, scheme, items }: PointsItemsProps): ReactNode {
  return (
    <section className="lq-card" aria-label={texts.items}>
      <h2 className="lq-title">{texts.items}</h2>
      <Table<PointsItem>
        size="small"
        pagination={false}
        aria-label={texts.items}
        columns={COLUMNS}
        dataSource={items}
        rowKey="id"
        rowClassName={({ state }) => (state === 'refused' ? 'lq-undone' : '')}
        locale={{ emptyText: <span className="lq-meta">{texts.noItems}</span> }}
        expandable={{
          expandedRowRender: (item) => (
            <>
              <ItemCourse item={item} />
              <ItemSteps subject={subject} scheme={scheme} item={item} />
            </>
          ),
          expandedRowKeys: items.map(({ id }) => id),
          showExpandColumn: false,
        }}
      />
    </section>
  );
}

const NUMBER = { align: 'right', className: 'lq-number', width: 84 } as const;

const COLUMNS: TableColumnsType<PointsItem> = [
  { title: texts.itemDay, width: 104, className: 'lq-number', dataIndex: 'day' },
  {
    title: texts.item,
    render: (_, { label, mark, stage }) => (
      <span className="lq-points-item">
        {labelWord(label)} {mark !== null && <ColourTag label={mark.label} colour={mark.colour} />}
        {stage > 0 && <span className="lq-meta">{fill(texts.stage, { stage })}</span>}
      </span>
    ),
  },
  { title: texts.points, ...NUMBER, render: (_, { points }) => exactPoints(points) },
  { title: texts.counted, ...NUMBER, render: (_, { counted }) => <strong>{exactPoints(counted)}</strong> },
  { title: texts.state, width: 190, render: (_, item) => stateWord(item) },
  { title: texts.last, width: 104, className: 'lq-number', render: (_, { last }) => last ?? texts.none },
  { title: texts.decidedBy, width: 180, render: (_, { decidedBy, sent }) => sent?.agencyName ?? personWord(decidedBy) },
  { title: texts.confirmedBy, width: 150, render: (_, { confirmedBy }) => (confirmedBy === null ? texts.none : personWord(confirmedBy)) },
];

function stateWord({ state, awaits }: PointsItem): string {
  const word = texts.states[state];
  return awaits === null ? word : fill(texts.awaits, { state: word, step: texts.steps[awaits] });
}
