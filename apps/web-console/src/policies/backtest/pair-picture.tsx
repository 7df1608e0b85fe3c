import { useCallback, type ReactNode } from 'react';
import type { EChartsCoreOption } from '../../charts/echarts';
import { LazyChart } from '../../charts/lazy-chart';
import type { Palette } from '../../look/palette';
import { textsOf } from '../../texts/texts';
import type { Pair } from './figures';
import { PAIR_BARS_HEIGHT, pairBarsOption } from './pair-bars';

const texts = textsOf('backtest');

interface PairPictureProps {
  /** Must keep its identity while nothing changes. */
  readonly pairs: readonly Pair[];
  readonly description: string;
  readonly line?: { readonly at: number; readonly name: string } | undefined;
  readonly percent?: boolean;
}

/** What is and what would be, side by side, with what hollow and filled mean. */
export function PairPicture({ pairs, description, line, percent = false }: PairPictureProps): ReactNode {
  const draw = useCallback(
    (palette: Palette): EChartsCoreOption => pairBarsOption({ pairs, percent, ...(line === undefined ? {} : { line }) }, palette),
    [pairs, line, percent],
  );
  return (
    <>
      <div className="lq-legend lq-meta lq-backtest-legend">
        <span className="lq-backtest-before">{texts.before}</span>
        <span className="lq-backtest-after">{texts.after}</span>
      </div>
      <LazyChart draw={draw} height={PAIR_BARS_HEIGHT} description={description} />
    </>
  );
}
