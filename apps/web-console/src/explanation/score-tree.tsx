import { Button, Table, type TableColumnsType } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { type Labels, useLabels } from '../catalogue/labels';
import type { ExplainedEvent, ExplanationAnswer } from '../contracts';
import { useOnPaper } from '../look/display';
import { fill } from '../parts/fill';
import { LevelTag } from '../parts/level-tag';
import { points, wholeNumber } from '../parts/points';
import { Verification } from '../parts/verification';
import { SumRows } from '../portrait/waterfall/sum-rows';
import { sourceWord } from '../portrait/signals/source-word';
import { textsOf } from '../texts/texts';
import { percentLeft } from './percent-left';
import { gradeWord, judgedWord } from './judged-word';
import { eventsOf, foldedKeys, type ScoreRow, scoreRows } from './score-rows';

const texts = textsOf('explanation');

/** With more signals than this the matters are folded up to begin with; on paper nothing ever is. */
const MOST_UNFOLDED = 60;

const SCREEN = { date: 96, judged: 136, decay: 122, part: 80, without: 104 } as const;
/** Paper is half as wide: the rest is for the names. */
const PAPER = { date: 80, judged: 92, decay: 106, part: 58, without: 76 } as const;

interface ScoreTreeProps {
  readonly explanation: ExplanationAnswer;
  /** The item that is left out. */
  readonly left: string | undefined;
  readonly onLeave: (eventId: string | undefined) => void;
}

/** 分值树: the reading, its channels, their matters and signals, each with its points and what they rest on. */
export function ScoreTree({ explanation, left, onLeave }: ScoreTreeProps): ReactNode {
  const labels = useLabels();
  const onPaper = useOnPaper();
  const rows = useMemo(() => scoreRows(explanation, labels), [explanation, labels]);
  const all = useMemo(() => foldedKeys(rows), [rows]);
  const few = eventsOf(explanation).length <= MOST_UNFOLDED;
  const [chosen, choose] = useState<readonly string[]>();
  const open = onPaper || (chosen === undefined && few) ? all : (chosen ?? rows.map(({ key }) => key));
  return (
    <section className="lq-card lq-score-tree" aria-label={texts.tree}>
      <div className="lq-card-head">
        <h2>{texts.tree}</h2>
        <span className="lq-meta">{texts.treeNote}</span>
        <span className="lq-spring" />
        <Button className="lq-no-print" size="small" onClick={() => choose(all)}>
          {texts.unfold}
        </Button>
        <Button className="lq-no-print" size="small" onClick={() => choose([])}>
          {texts.fold}
        </Button>
      </div>
      <Table<ScoreRow>
        size="small"
        pagination={false}
        aria-label={texts.tree}
        columns={columnsWith({ labels, left, onLeave, onPaper })}
        dataSource={rows}
        rowClassName={({ event }) => (event !== undefined && event.eventId === left ? 'lq-left-out' : '')}
        expandable={{ expandedRowKeys: [...open], onExpandedRowsChange: (keys) => choose(keys.map(String)), indentSize: 12 }}
        summary={() => <SumRows explanation={explanation} before={4} after={onPaper ? 1 : 2} />}
      />
    </section>
  );
}

interface Drawing extends Omit<ScoreTreeProps, 'explanation'> {
  readonly labels: Labels;
  readonly onPaper: boolean;
}

type Column = TableColumnsType<ScoreRow>[number];

const ofSignal = (draw: (event: ExplainedEvent) => ReactNode): Pick<Column, 'render'> => ({
  render: (_: unknown, { event }: ScoreRow) => event !== undefined && draw(event),
});

function columnsWith({ labels, left, onLeave, onPaper }: Drawing): TableColumnsType<ScoreRow> {
  const widths = onPaper ? PAPER : SCREEN;
  const leave: Column = {
    title: texts.leave,
    width: 84,
    ...ofSignal((event) => event.without !== null && <Leave event={event} out={event.eventId === left} onLeave={onLeave} />),
  };
  return [
    { title: texts.item, render: (_, row) => <Named row={row} labels={labels} /> },
    { title: texts.date, width: widths.date, className: 'lq-number', ...ofSignal(({ day }) => day) },
    { title: texts.judged, width: widths.judged, ...ofSignal((event) => <Judged event={event} />) },
    { title: texts.decay, width: widths.decay, align: 'right', className: 'lq-number', ...ofSignal((event) => <Decayed event={event} />) },
    { title: texts.part, width: widths.part, align: 'right', className: 'lq-number', render: (_, row) => <Part row={row} /> },
    { title: texts.without, width: widths.without, ...ofSignal((event) => <Without event={event} />) },
    ...(onPaper ? [] : [leave]),
  ];
}

/** A signal stands with its sender and the number of the document there: what can be asked for. */
function Named({ row: { name, note, event }, labels }: { readonly row: ScoreRow; readonly labels: Labels }): ReactNode {
  return (
    <div className="lq-node">
      {name}
      {note !== undefined && <div className="lq-meta">{note}</div>}
      {event !== undefined && (
        <div className="lq-meta lq-document">
          {event.sent === null ? sourceWord(event, labels) : fill(texts.document, { agency: sourceWord(event, labels), number: event.sent.number })}
        </div>
      )}
    </div>
  );
}

function Judged({ event }: { readonly event: ExplainedEvent }): ReactNode {
  return (
    <>
      <Verification status={event.status} />
      <div className="lq-meta">{judgedWord(event.statusBy)}</div>
      <div className="lq-meta">{gradeWord(event)}</div>
    </>
  );
}

function Decayed({ event }: { readonly event: ExplainedEvent }): ReactNode {
  return (
    <>
      {fill(texts.left, { decayed: wholeNumber(event.decayed), percent: percentLeft(event) })}
      <div className="lq-meta">{fill(texts.fresh, { fresh: wholeNumber(event.fresh) })}</div>
    </>
  );
}

function Part({ row: { part, event } }: { readonly row: ScoreRow }): ReactNode {
  if (event !== undefined && event.countedIn !== null) return texts.countedIn;
  return event === undefined ? <strong>{points(part, 3)}</strong> : points(part, 3);
}

function Without({ event }: { readonly event: ExplainedEvent }): ReactNode {
  if (event.without === null) return null;
  return (
    <span className="lq-without">
      <span className="lq-number">{points(event.without.e, 3)}</span> <LevelTag level={event.without.level} />
    </span>
  );
}

interface LeaveProps extends Pick<ScoreTreeProps, 'onLeave'> {
  readonly event: ExplainedEvent;
  readonly out: boolean;
}

function Leave({ event, out, onLeave }: LeaveProps): ReactNode {
  const said = { name: event.label, number: event.sent?.number ?? event.day };
  return (
    <Button
      size="small"
      type={out ? 'primary' : 'default'}
      aria-label={fill(out ? texts.putBackOne : texts.leaveOne, said)}
      onClick={() => onLeave(out ? undefined : event.eventId)}
    >
      {out ? texts.putBack : texts.leaveIt}
    </Button>
  );
}
