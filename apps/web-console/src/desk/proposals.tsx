import { Table } from 'antd';
import type { ReactNode } from 'react';
import type { DeskAnswer } from '../contracts';
import { EmptyNotice } from '../parts/empty-notice';
import { fill } from '../parts/fill';
import { PictureOrTable } from '../parts/picture-or-table';
import { wholeNumber } from '../parts/points';
import { textsOf } from '../texts/texts';

const texts = textsOf('desk');

type Proposals = DeskAnswer['proposals'];

const BAR = 20;
const HEIGHT = 60;

/** How many candidates were proposed on each of the last thirty days. */
export function Proposals({ proposals }: { readonly proposals: Proposals }): ReactNode {
  const some = proposals.filter(({ count }) => count > 0);
  const nothing = <EmptyNotice title={texts.noProposals} filledBy={texts.noProposalsFilledBy} />;
  const table = (
    <Table<Proposals[number]>
      size="small"
      pagination={false}
      aria-label={texts.proposals}
      dataSource={some}
      rowKey="day"
      columns={[
        { title: texts.day, dataIndex: 'day', width: 140, className: 'lq-number' },
        { title: texts.count, className: 'lq-number', render: (_, { count }) => wholeNumber(count) },
      ]}
      locale={{ emptyText: nothing }}
    />
  );
  return <PictureOrTable title={texts.proposals} picture={some.length === 0 ? nothing : <Bars proposals={proposals} />} table={table} />;
}

function Bars({ proposals }: { readonly proposals: Proposals }): ReactNode {
  const most = Math.max(...proposals.map(({ count }) => count));
  const total = proposals.reduce((sum, { count }) => sum + count, 0);
  const summary = fill(texts.proposalsSummary, { total, most });
  return (
    <figure className="lq-bars">
      <svg role="img" aria-label={summary} viewBox={`0 0 ${proposals.length * BAR} ${HEIGHT}`} preserveAspectRatio="none">
        {proposals.map(({ day, count }, place) => {
          const height = (count / most) * HEIGHT;
          return (
            <rect key={day} x={place * BAR + 2} y={HEIGHT - height} width={BAR - 4} height={height}>
              <title>{`${day}: ${count}`}</title>
            </rect>
          );
        })}
      </svg>
      <figcaption className="lq-meta lq-number">
        <span>{proposals[0]?.day}</span>
        <span>{summary}</span>
        <span>{proposals[proposals.length - 1]?.day}</span>
      </figcaption>
    </figure>
  );
}
