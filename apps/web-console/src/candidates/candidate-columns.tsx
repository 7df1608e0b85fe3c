import type { TableColumnsType, TableColumnType } from 'antd';
import { Link } from 'react-router';
import type { Labels } from '../catalogue/labels';
import type { CandidateRow } from '../contracts';
import { ExplainedNumber } from '../explanation/explained-number';
import { BasisMark } from '../parts/basis-mark';
import { LevelTag } from '../parts/level-tag';
import { points } from '../parts/points';
import { candidateStateWord } from '../parts/words';
import { textsOf } from '../texts/texts';
import { isOpen } from './candidate-states';
import { DueDay } from './due-day';

const texts = textsOf('candidates');

type Column = TableColumnType<CandidateRow>;

const NUMBER = { align: 'right', className: 'lq-number', width: 84 } as const;
/** Left out on a narrow screen, or at 125 % zoom. */
const WIDE_ONLY = { responsive: ['xl' as const] };

const STATE: Column = {
  title: texts.state,
  width: 148,
  className: 'lq-name',
  render: (_, { state, basisChanged, toReview }) => (
    <>
      {candidateStateWord(state)}
      {(toReview || (basisChanged && isOpen(state))) && <BasisMark word={toReview ? texts.bases['to-review'] : texts.bases.changed} />}
    </>
  ),
};
const LEVEL: Column = { title: texts.level, width: 84, render: (_, { level }) => <LevelTag level={level} /> };
const POST: Column = {
  title: texts.post,
  width: 180,
  render: (_, { unitName, post }) => (post === null ? <span className="lq-meta">{texts.noPost}</span> : `${unitName ?? ''} ${post}`),
};
const NUMBERS: TableColumnsType<CandidateRow> = [
  { title: texts.priority, ...NUMBER, render: (_, { p }) => points(p) },
  { title: texts.evidence, ...NUMBER, ...WIDE_ONLY, render: (_, { cadreId, name, e, proposedOn }) => <ExplainedNumber subject={cadreId} name={name} e={e} knownOn={proposedOn} /> },
];
const PROPOSED_ON: Column = { title: texts.proposedOn, ...NUMBER, ...WIDE_ONLY, align: 'left', width: 100, dataIndex: 'proposedOn' };

export interface CandidateList {
  readonly labels: Labels;
  /** The day of the data. */
  readonly day: string;
  /** Whether a candidate is open beside the list, which then shows only what tells the rows apart. */
  readonly beside: boolean;
  /** Then without what people could be ranked by. */
  readonly onPaper: boolean;
  readonly addressOf: (row: CandidateRow) => string;
}

export function candidateColumns({ labels, day, beside, onPaper, addressOf }: CandidateList): TableColumnsType<CandidateRow> {
  const name: Column = {
    title: texts.name,
    width: 100,
    className: 'lq-name',
    render: (_, row) => <Link to={addressOf(row)}>{row.name}</Link>,
  };
  const due: Column = {
    title: texts.due,
    ...NUMBER,
    align: 'left',
    width: 176,
    render: (_, row) => <DueDay candidate={row} day={day} />,
  };
  const advice: Column = {
    title: texts.recommended,
    width: 92,
    className: 'lq-name',
    render: (_, { disposition }) => labels.disposition(disposition),
  };
  if (beside) return [STATE, name, LEVEL, due];
  return [STATE, name, LEVEL, POST, advice, ...(onPaper ? [] : NUMBERS), PROPOSED_ON, due];
}
