import { Table, type TableColumnsType } from 'antd';
import { useMemo, type ReactNode } from 'react';
import type { BacktestAnswer, BacktestResult } from '../../contracts';
import { fill } from '../../parts/fill';
import { PictureOrTable } from '../../parts/picture-or-table';
import { textsOf } from '../../texts/texts';
import { weekEnds } from './figures';
import { PairPicture } from './pair-picture';

const texts = textsOf('backtest');

type Backtest = NonNullable<BacktestAnswer['backtest']>;

interface WeeklyWorkProps extends Pick<Backtest, 'day' | 'hours' | 'capacity'> {
  readonly weeks: BacktestResult['weeks'];
}

/** Candidates a week against what the office can do: weeks beyond it are work that nobody has hours for. */
export function WeeklyWork({ weeks, day, hours, capacity }: WeeklyWorkProps): ReactNode {
  const ends = useMemo(() => weekEnds(day, weeks.length), [day, weeks.length]);
  const pairs = useMemo(() => weeks.map(({ before, after }, place) => ({ name: ends[place] ?? '', before, after })), [weeks, ends]);
  const most = hours === null ? undefined : Math.floor(hours.perWeek / hours.perCandidate);
  const line = useMemo(() => (most === undefined ? undefined : { at: most, name: fill(texts.capacityLine, { most }) }), [most]);
  return (
    <PictureOrTable
      title={texts.capacity}
      picture={
        <>
          <Summary hours={hours} capacity={capacity} />
          <PairPicture pairs={pairs} line={line} description={fill(texts.capacityDescription, { most: most ?? texts.noShare })} />
        </>
      }
      table={
        <>
          <Summary hours={hours} capacity={capacity} />
          <Table<WeekRow>
            size="small"
            pagination={false}
            aria-label={texts.capacity}
            columns={columnsOf(hours)}
            dataSource={[...pairs].reverse()}
            rowKey="name"
          />
        </>
      }
    />
  );
}

function Summary({ hours, capacity }: Pick<Backtest, 'hours' | 'capacity'>): ReactNode {
  return (
    <p>
      {hours === null || capacity === null
        ? texts.capacityUnknown
        : fill(texts.capacitySummary, {
            before: capacity.mostHours.before,
            after: capacity.mostHours.after,
            perWeek: hours.perWeek,
            weeksBefore: capacity.weeksBeyond.before,
            weeksAfter: capacity.weeksBeyond.after,
            hoursBefore: capacity.hours.before,
            hoursAfter: capacity.hours.after,
          })}{' '}
      <span className="lq-meta">{texts.capacityNote}</span>
    </p>
  );
}

interface WeekRow {
  readonly name: string;
  readonly before: number;
  readonly after: number;
}

const NUMBER = { align: 'right', className: 'lq-number', width: 150 } as const;

function columnsOf(hours: Backtest['hours']): TableColumnsType<WeekRow> {
  const counts = (['before', 'after'] as const).map((of) => ({ title: `${texts[of]} ${texts.candidates}`, dataIndex: of, ...NUMBER }));
  if (hours === null) return [{ title: texts.week, className: 'lq-number', dataIndex: 'name' }, ...counts];
  const work = (['before', 'after'] as const).map((of) => ({
    title: `${texts[of]} ${texts.work}`,
    ...NUMBER,
    render: (_: unknown, row: WeekRow) => {
      const needed = row[of] * hours.perCandidate;
      return needed > hours.perWeek ? (
        <strong>
          {needed} {texts.beyond}
        </strong>
      ) : (
        needed
      );
    },
  }));
  return [{ title: texts.week, className: 'lq-number', dataIndex: 'name' }, ...counts, ...work];
}
