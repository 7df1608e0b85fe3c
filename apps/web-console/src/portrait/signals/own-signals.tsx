import { DownOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Table, type TableColumnsType, type TableProps } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { type Labels, useLabels } from '../../catalogue/labels';
import type { ExplanationAnswer } from '../../contracts';
import { fill } from '../../parts/fill';
import { points } from '../../parts/points';
import { Verification } from '../../parts/verification';
import { useMay } from '../../people/may';
import { textsOf } from '../../texts/texts';
import { JoinForm } from '../joined/join-form';
import { type Mark, timelineMarks } from '../six-channel/timeline-marks';
import { SentFields } from './sent-fields';
import { sourceWord } from './source-word';

const texts = textsOf('signals');
const joinings = textsOf('joinings');

const columnsWith = (labels: Labels): TableColumnsType<Mark> => [
  { title: texts.date, width: 104, className: 'lq-number', render: (_, { event }) => event.day },
  { title: texts.channel, width: 120, className: 'lq-name', render: (_, { channel }) => labels.channel(channel) },
  { title: texts.type, render: (_, { event }) => event.label },
  { title: texts.agency, width: 170, render: (_, { event }) => sourceWord(event, labels) },
  { title: texts.number, width: 150, render: (_, { event }) => event.sent?.number ?? texts.none },
  {
    title: texts.status,
    width: 100,
    render: (_, { event }) => (event.status === '' ? texts.none : <Verification status={event.status} />),
  },
  {
    title: texts.part,
    width: 84,
    align: 'right',
    className: 'lq-number',
    render: (_, mark) => (partWord(mark)),
  },
];

function partWord({ fill: mark, event }: Mark): string {
  if (mark === 'uncounted') return texts.uncounted;
  return event.countedIn === null ? points(event.part, 3) : joinings.countedIn;
}

function selectionOf(chosen: readonly string[], choose: (ids: readonly string[]) => void): TableProps<Mark>['rowSelection'] {
  return {
    columnTitle: joinings.chosenColumn,
    columnWidth: 52,
    selectedRowKeys: [...chosen],
    onChange: (keys) => choose(keys.map(String)),
    getCheckboxProps: ({ event }) => ({ 'aria-label': fill(joinings.chooseOne, { name: event.label, number: event.sent?.number ?? '' }) }),
  };
}

interface OwnSignalsProps {
  readonly explanation: ExplanationAnswer;
  /** Of a past day nothing is decided. */
  readonly isPast: boolean;
}

/** 信号明细: the signals of a subject, the newest first; each opens to what its sender filled in. */
export function OwnSignals({ explanation, isPast }: OwnSignalsProps): ReactNode {
  const labels = useLabels();
  const may = useMay();
  const [chosen, setChosen] = useState<readonly string[]>();
  const [open, setOpen] = useState<readonly string[]>([]);
  const marks = useMemo(
    () => [...timelineMarks(explanation, (code) => labels.channelOf(code))].sort((a, b) => b.at - a.at),
    [explanation, labels],
  );
  if (marks.length === 0) return null;
  const turn = (id: string): void => setOpen(open.includes(id) ? open.filter((other) => other !== id) : [...open, id]);
  return (
    <section className="lq-card" aria-label={texts.title}>
      <h2 className="lq-title">
        {texts.title}
        {!isPast && chosen === undefined && may('POST /api/v1/joinings') && (
          <Button className="lq-no-print" size="small" type="link" onClick={() => setChosen([])}>
            {joinings.choose}
          </Button>
        )}
      </h2>
      {chosen !== undefined && (
        <JoinForm
          subject={explanation.subject}
          signals={chosen}
          onDone={() => setChosen(undefined)}
          onLeave={() => setChosen(undefined)}
        />
      )}
      <Table<Mark>
        size="small"
        pagination={false}
        aria-label={texts.title}
        columns={columnsWith(labels)}
        dataSource={marks}
        rowKey={({ event }) => event.eventId}
        {...(chosen && { rowSelection: selectionOf(chosen, setChosen) })}
        expandable={{
          columnTitle: texts.detail,
          columnWidth: 52,
          expandedRowKeys: open,
          expandedRowRender: ({ event, matter }) => <SentFields event={event} matter={matter} />,
          expandIcon: ({ expanded, record: { event } }) => (
            <Button
              size="small"
              type="text"
              icon={expanded ? <DownOutlined /> : <RightOutlined />}
              aria-label={fill(expanded ? texts.close : texts.open, { name: event.label, number: event.sent?.number ?? '' })}
              aria-expanded={expanded}
              onClick={() => turn(event.eventId)}
            />
          ),
        }}
      />
    </section>
  );
}
