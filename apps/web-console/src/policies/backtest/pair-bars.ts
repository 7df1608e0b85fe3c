import type { EChartsCoreOption } from '../../charts/echarts';
import { inHtml } from '../../charts/in-html';
import type { Palette } from '../../look/palette';
import { textsOf } from '../../texts/texts';
import type { Pair } from './figures';

const texts = textsOf('backtest');

interface PairBars {
  readonly pairs: readonly Pair[];
  /** A bound that the bars are seen against. */
  readonly line?: { readonly at: number; readonly name: string };
  readonly percent?: boolean;
}

/** In multiples of the base text size. */
export const PAIR_BARS_HEIGHT = 15;

/** Two bars for each name: hollow as it is, filled as it would be; it can be told apart in grey. */
export function pairBarsOption({ pairs, line, percent = false }: PairBars, palette: Palette): EChartsCoreOption {
  const fontSize = Math.round((palette.fontSize * 12) / 14);
  const label = { color: palette.meta, fontSize };
  const series = (name: string, of: 'before' | 'after', style: object): object => ({
    name,
    type: 'bar',
    barMaxWidth: 22,
    barGap: '10%',
    data: pairs.map((pair) => pair[of]),
    itemStyle: style,
  });
  return {
    textStyle: { fontFamily: palette.fontFamily },
    grid: { left: palette.fontSize * 3.4, right: palette.fontSize * 6, top: palette.fontSize * 1.2, bottom: palette.fontSize * 3.4 },
    xAxis: {
      type: 'category',
      data: pairs.map(({ name }) => name),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: palette.line } },
      axisLabel: { ...label, hideOverlap: true, width: palette.fontSize * 8, overflow: 'break' },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      ...(percent ? { max: 100 } : {}),
      axisLabel: label,
      splitLine: { lineStyle: { color: palette.line } },
    },
    tooltip: {
      trigger: 'axis',
      confine: true,
      transitionDuration: 0,
      textStyle: { fontSize, color: palette.ink },
      backgroundColor: palette.ground,
      borderColor: palette.line,
      formatter: (hovered: unknown) => {
        const pair = pairs[(hovered as readonly { readonly dataIndex: number }[])[0]?.dataIndex ?? -1];
        return pair === undefined ? '' : inHtml(`${pair.name}: ${pair.before ?? texts.noShare} → ${pair.after ?? texts.noShare}`);
      },
    },
    series: [
      {
        ...series(texts.before, 'before', { color: palette.ground, borderColor: palette.mark, borderWidth: 1.2 }),
        ...(line === undefined
          ? {}
          : {
              markLine: {
                silent: true,
                symbol: 'none',
                lineStyle: { color: palette.ink, type: 'dashed' },
                label: { color: palette.ink, fontSize, formatter: line.name, width: palette.fontSize * 5.6, overflow: 'break' },
                data: [{ yAxis: line.at }],
              },
            }),
      },
      series(texts.after, 'after', { color: palette.accent }),
    ],
  };
}
