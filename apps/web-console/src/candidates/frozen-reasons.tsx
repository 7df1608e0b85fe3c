import { Table, type TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import { useLabels } from '../catalogue/labels';
import type { CandidateFile, Reason } from '../contracts';
import { writtenDay } from '../parts/civil-day';
import { fill } from '../parts/fill';
import { points } from '../parts/points';
import { Verification } from '../parts/verification';
import { matterWord, policyWord } from '../parts/words';
import { textsOf } from '../texts/texts';

const texts = textsOf('candidates');

/** The signals as they stood when the candidate was proposed: the weightiest, and one sum of what is beyond them. */
export function FrozenReasons({ candidate }: { readonly candidate: CandidateFile }): ReactNode {
  const { reasons, rest, proposedOn, policy, e, p } = candidate;
  return (
    <section>
      <h2>{texts.frozen}</h2>
      <p className="lq-meta">
        {fill(texts.frozenWhat, { day: writtenDay(proposedOn), policy: policyWord(policy), e: points(e, 3), p: points(p, 3) })}
      </p>
      <Table<Reason>
        size="small"
        pagination={false}
        columns={useColumns()}
        dataSource={[...reasons]}
        rowKey="eventId"
        aria-label={texts.frozen}
        summary={() => <Rest rest={rest} />}
      />
    </section>
  );
}

function useColumns(): TableColumnsType<Reason> {
  const labels = useLabels();
  return [
    { title: texts.date, dataIndex: 'day', width: 90, className: 'lq-number' },
    {
      title: texts.type,
      render: (_, { code, matter }) => (
        <>
          {labels.signal(code)}
          <div className="lq-meta">{matterWord(matter)}</div>
        </>
      ),
    },
    { title: texts.channel, width: 104, className: 'lq-name', render: (_, { channel }) => labels.channel(channel) },
    { title: texts.status, width: 92, render: (_, { status }) => <Verification status={status} /> },
    { title: texts.part, width: 68, align: 'right', className: 'lq-number', render: (_, { part }) => points(part, 3) },
  ];
}

function Rest({ rest: { count, part } }: Pick<CandidateFile, 'rest'>): ReactNode {
  if (count === 0) return null;
  return (
    <Table.Summary.Row>
      <Table.Summary.Cell index={0} colSpan={4}>
        {fill(texts.rest, { count })}
      </Table.Summary.Cell>
      <Table.Summary.Cell index={1} align="right">
        <span className="lq-number">{points(part, 3)}</span>
      </Table.Summary.Cell>
    </Table.Summary.Row>
  );
}
