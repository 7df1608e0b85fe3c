import type { CustomSeriesOption } from 'echarts/charts';
import type { Labels } from '../../catalogue/labels';
import type { EChartsCoreOption } from '../../charts/echarts';
import { inHtml } from '../../charts/in-html';
import type { ExplanationAnswer, LevelName } from '../../contracts';
import type { Palette } from '../../look/palette';
import { drawBar } from './draw-bar';
import { stepWord, valueWord } from './step-word';
import type { Step } from './waterfall-steps';

export interface WaterfallDrawing {
  readonly steps: readonly Step[];
  readonly explanation: ExplanationAnswer;
  readonly labels: Labels;
  readonly palette: Palette;
}

const ROW = 1.75;
const TOP = 1.6;
const BOTTOM = 1.7;
const MOST_LEFT = 17;
const RIGHT = 4.2;

/** In multiples of the base text size. */
export const heightOf = (steps: readonly Step[]): number => TOP + BOTTOM + ROW * steps.length;

/** Bars from 0 to E and P, before the bands of the levels. */
export function waterfallOption(drawing: WaterfallDrawing): EChartsCoreOption {
  const { steps, explanation, labels, palette } = drawing;
  const rem = palette.fontSize;
  const fontSize = Math.round((rem * 12) / 14);
  const names = steps.map((step) => stepWord(step, labels, explanation));
  const left = Math.min(MOST_LEFT * rem, Math.max(...names.map((name) => widthOf(name, fontSize))) + rem);
  const values = [0, ...explanation.levels.map(({ enter }) => enter / 1_000), 100];
  return {
    textStyle: { fontFamily: palette.fontFamily },
    grid: { left, right: RIGHT * rem, top: TOP * rem, bottom: BOTTOM * rem },
    xAxis: {
      type: 'value',
      min: 0,
      max: 100,
      axisLabel: { color: palette.meta, fontSize, customValues: values },
      axisTick: { show: true, customValues: values },
      axisLine: { show: true, lineStyle: { color: palette.line } },
      splitLine: { show: false },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: names,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: palette.line } },
      axisLabel: { color: palette.ink, fontSize, interval: 0, width: left - rem * 0.8, overflow: 'break' },
    },
    tooltip: {
      confine: true,
      transitionDuration: 0,
      textStyle: { fontSize, color: palette.ink },
      backgroundColor: palette.ground,
      borderColor: palette.line,
    },
    series: [bars(drawing, fontSize)],
  };
}

function bars({ steps, explanation, labels, palette }: WaterfallDrawing, fontSize: number): CustomSeriesOption {
  return {
    type: 'custom',
    encode: { x: [0, 1], y: 2 },
    data: steps.map(({ from, to }, place) => [from / 1_000, to / 1_000, place]),
    clip: false,
    renderItem: ({ dataIndex }, api) => {
      const step = steps[dataIndex];
      if (step === undefined) return { type: 'group', children: [] };
      const [start = 0, y = 0] = api.coord([api.value(0), api.value(2)]);
      const [end = 0] = api.coord([api.value(1), api.value(2)]);
      const size = api.size?.([0, 1]);
      const row = Array.isArray(size) ? (size[1] ?? 0) : 0;
      return drawBar({ step, start, end, y, row, fontSize, last: isLast(steps, dataIndex) }, palette, explanation.level);
    },
    tooltip: {
      formatter: (params: unknown) => {
        const step = steps[(params as { dataIndex: number }).dataIndex];
        return step === undefined ? '' : inHtml(`${stepWord(step, labels, explanation)} ${valueWord(step)}`);
      },
    },
    markArea: { silent: true, data: bands(explanation.levels, labels, palette, fontSize) },
  };
}

/** What stands below the reading without an item is not reached from the bars above it. */
function isLast(steps: readonly Step[], place: number): boolean {
  const next = steps[place + 1];
  return next === undefined || next.kind === 'without';
}

function bands(
  levels: readonly { readonly name: LevelName; readonly enter: number }[],
  labels: Labels,
  palette: Palette,
  fontSize: number,
): NonNullable<NonNullable<CustomSeriesOption['markArea']>['data']> {
  return levels.map(({ name, enter }, place) => [
    {
      name: labels.level(name),
      xAxis: enter / 1_000,
      itemStyle: { color: palette.levelBand[name], borderColor: palette.line, borderWidth: 0.5 },
      label: { position: 'top', color: palette.levelInk[name], fontSize, distance: 3 },
    },
    { xAxis: (levels[place + 1]?.enter ?? 100_000) / 1_000 },
  ]);
}

const HAN = /[\u2e80-\uffef]/;
const OF_LATIN = 0.58;

/** About how wide a text is, in px: Han characters are square. */
function widthOf(text: string, fontSize: number): number {
  return [...text].reduce((sum, character) => sum + (HAN.test(character) ? fontSize : fontSize * OF_LATIN), 0);
}
