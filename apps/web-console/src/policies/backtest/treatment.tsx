import { Segmented, Table, type TableColumnsType } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { useLabels, type Labels } from '../../catalogue/labels';
import type { BacktestResult } from '../../contracts';
import { EmptyNotice } from '../../parts/empty-notice';
import { fill } from '../../parts/fill';
import { PictureOrTable } from '../../parts/picture-or-table';
import { textsOf } from '../../texts/texts';
import { shareOf } from './figures';
import { PairPicture } from './pair-picture';
import { pairsInWords, shownShare } from './shown-figures';

const texts = textsOf('backtest');

type Told = BacktestResult['treatment'];
type Dimension = keyof Told;

const DIMENSIONS = (Object.keys(texts.dimensions) as Dimension[]).map((value) => ({ value, label: texts.dimensions[value] }));

interface GroupRow {
  readonly name: string;
  /** Null where small numbers are held back. */
  readonly people: number | null;
  readonly before: number | null;
  readonly after: number | null;
}

/** Whether the policy falls on some groups more than on others; small groups are not shown. */
export function Treatment({ treatment }: { readonly treatment: Told }): ReactNode {
  const labels = useLabels();
  const [dimension, choose] = useState<Dimension>('unit');
  const rows = useMemo(() => rowsOf(treatment, dimension, labels), [treatment, dimension, labels]);
  const shown = useMemo(() => rows.filter(({ people }) => people !== null), [rows]);
  return (
    <PictureOrTable
      title={texts.treatment}
      extra={<Segmented size="small" aria-label={texts.treatmentBy} value={dimension} onChange={choose} options={DIMENSIONS} />}
      picture={
        <>
          <p className="lq-meta">{texts.treatmentNote}</p>
          {shown.length === 0 ? (
            <EmptyNotice title={texts.treatmentEmpty} filledBy={texts.treatmentEmptyFilledBy} />
          ) : (
            <PairPicture pairs={shown} percent description={fill(texts.treatmentDescription, { parts: pairsInWords(shown, shownShare) })} />
          )}
        </>
      }
      table={
        <>
          <p className="lq-meta">{texts.treatmentNote}</p>
          <Table<GroupRow> size="small" pagination={false} aria-label={texts.treatment} columns={COLUMNS} dataSource={[...rows]} rowKey="name" />
        </>
      }
    />
  );
}

function rowsOf(treatment: Told, dimension: Dimension, labels: Labels): readonly GroupRow[] {
  return treatment[dimension].map(({ name, label, count }) => ({
    name: wordOf(dimension, { name, label }, labels),
    people: count?.people ?? null,
    before: count === null ? null : shareOf(count.before, count.people),
    after: count === null ? null : shareOf(count.after, count.people),
  }));
}

function wordOf(dimension: Dimension, { name, label }: { readonly name: string; readonly label: string }, labels: Labels): string {
  if (dimension === 'channel') return labels.channel(name);
  if (dimension === 'category') return labels.category(name);
  return dimension === 'rank' ? (texts.ranks[name as keyof typeof texts.ranks] ?? name) : label;
}

const NUMBER = { align: 'right', className: 'lq-number', width: 130 } as const;
const HELD = <span className="lq-meta">{texts.heldBack}</span>;

const COLUMNS: TableColumnsType<GroupRow> = [
  { title: texts.group, dataIndex: 'name' },
  { title: texts.people, ...NUMBER, render: (_, { people }) => people ?? HELD },
  { title: texts.before, ...NUMBER, render: (_, { people, before }) => (people === null ? HELD : shownShare(before)) },
  { title: texts.after, ...NUMBER, render: (_, { people, after }) => (people === null ? HELD : shownShare(after)) },
  { title: texts.change, ...NUMBER, render: (_, { before, after }) => (before === null || after === null ? texts.noShare : after - before) },
];
