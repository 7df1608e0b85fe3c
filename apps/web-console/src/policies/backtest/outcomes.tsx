import { Segmented, Table, type TableColumnsType } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { useLabels, type Labels } from '../../catalogue/labels';
import type { BacktestResult } from '../../contracts';
import { EmptyNotice } from '../../parts/empty-notice';
import { fill } from '../../parts/fill';
import { PictureOrTable } from '../../parts/picture-or-table';
import { textsOf } from '../../texts/texts';
import { outcomeShares } from './figures';
import { PairPicture } from './pair-picture';
import { pairsInWords, shownShare } from './shown-figures';

const texts = textsOf('backtest');

type Told = BacktestResult['outcomes'];
type By = keyof typeof texts.by;

const BY = (Object.keys(texts.by) as By[]).map((value) => ({ value, label: texts.by[value] }));

type OutcomeRow = { readonly name: string } & Told['all'] & ReturnType<typeof outcomeShares>;

/** What became of the candidates that people have decided, and which of them this policy would have brought as well. */
export function Outcomes({ outcomes }: { readonly outcomes: Told }): ReactNode {
  const labels = useLabels();
  const [by, choose] = useState<By>('rule');
  const rows = useMemo(() => rowsOf(outcomes, by, labels), [outcomes, by, labels]);
  const pairs = useMemo(() => rows.map(({ name, precision: before, precisionAfter: after }) => ({ name, before, after })), [rows]);
  if (outcomes.all.taken + outcomes.all.dismissed === 0) {
    return (
      <section className="lq-card" aria-label={texts.outcomes}>
        <div className="lq-card-head">
          <h2>{texts.outcomes}</h2>
        </div>
        <EmptyNotice title={texts.outcomesEmpty} filledBy={texts.outcomesEmptyFilledBy} />
      </section>
    );
  }
  return (
    <PictureOrTable
      title={texts.outcomes}
      extra={<Segmented size="small" aria-label={texts.outcomesBy} value={by} onChange={choose} options={BY} />}
      picture={
        <>
          <p className="lq-meta">{texts.outcomesNote}</p>
          <PairPicture pairs={pairs} percent description={fill(texts.outcomesDescription, { parts: pairsInWords(pairs, shownShare) })} />
        </>
      }
      table={
        <>
          <p className="lq-meta">{texts.outcomesNote}</p>
          <Table<OutcomeRow> size="small" pagination={false} aria-label={texts.outcomes} columns={COLUMNS} dataSource={[...rows]} rowKey="name" />
        </>
      }
    />
  );
}

function rowsOf(outcomes: Told, by: By, labels: Labels): readonly OutcomeRow[] {
  const word = { rule: labels.signal, channel: labels.channel, grade: (grade: string) => grade }[by];
  const groups = Object.entries(outcomes[by]).map(([name, count]) => ({ name: word(name), ...count, ...outcomeShares(count) }));
  const most = groups.sort((a, b) => b.taken + b.dismissed - a.taken - a.dismissed || (a.name < b.name ? -1 : 1));
  return [{ name: texts.all, ...outcomes.all, ...outcomeShares(outcomes.all) }, ...most];
}

const NUMBER = { align: 'right', className: 'lq-number', width: 120 } as const;

const COLUMNS: TableColumnsType<OutcomeRow> = [
  { title: texts.group, dataIndex: 'name' },
  { title: texts.taken, dataIndex: 'taken', ...NUMBER },
  { title: texts.dismissed, dataIndex: 'dismissed', ...NUMBER },
  { title: texts.precision, ...NUMBER, render: (_, { precision }) => shownShare(precision) },
  { title: texts.still, ...NUMBER, render: (_, { takenStill, dismissedStill }) => takenStill + dismissedStill },
  { title: texts.precisionAfter, ...NUMBER, render: (_, { precisionAfter }) => shownShare(precisionAfter) },
  { title: texts.kept, ...NUMBER, render: (_, { kept }) => shownShare(kept) },
];
