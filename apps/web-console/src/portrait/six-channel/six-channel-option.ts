import type { Labels } from '../../catalogue/labels';
import type { EChartsCoreOption } from '../../charts/echarts';
import type { Palette } from '../../look/palette';
import { textsOf } from '../../texts/texts';
import { marksSeries } from './marks-series';
import type { Picture } from './picture';
import { readingSeries } from './reading-series';

const words = textsOf('words');

/** In multiples of the base text size. */
export const HEIGHT = 31.2;
const LANES = { top: 0.4, height: 18.6 };
const READING = { top: 21.2, height: 8.2 };
const LEFT = 7.2;
const RIGHT = 1.2;
const MILLIS_A_DAY = 86_400_000;

export interface Drawing {
  readonly picture: Picture;
  readonly labels: Labels;
  readonly palette: Palette;
  /** Without the lighting up of a matter. */
  readonly still: boolean;
}

/** Six lanes over time and the line of E below, on one time axis. */
export function sixChannelOption(drawing: Drawing): EChartsCoreOption {
  const { palette, labels } = drawing;
  const rem = palette.fontSize;
  const grid = ({ top, height }: typeof LANES): object => ({ left: LEFT * rem, right: RIGHT * rem, top: top * rem, height: height * rem });
  return {
    textStyle: { fontFamily: palette.fontFamily },
    grid: [grid(LANES), grid(READING)],
    xAxis: [timeAxis(drawing, 0), timeAxis(drawing, 1)],
    yAxis: [laneAxis(labels, palette), pointsAxis(drawing)],
    tooltip: {
      confine: true,
      transitionDuration: 0,
      textStyle: { fontSize: small(palette), color: palette.ink },
      backgroundColor: palette.ground,
      borderColor: palette.line,
    },
    series: [marksSeries(drawing), readingSeries(drawing)],
  };
}

export const small = (palette: Palette): number => Math.round((palette.fontSize * 12) / 14);

function timeAxis({ picture, palette }: Drawing, gridIndex: 0 | 1): object {
  return {
    type: 'time',
    gridIndex,
    min: picture.from,
    max: picture.to,
    minInterval: 28 * MILLIS_A_DAY,
    axisLine: { lineStyle: { color: palette.line } },
    axisTick: { show: gridIndex === 1 },
    axisLabel: {
      show: gridIndex === 1,
      color: palette.meta,
      fontSize: small(palette),
      hideOverlap: true,
      formatter: words.axis,
    },
    splitLine: { show: true, lineStyle: { color: palette.line, type: 'dotted' } },
  };
}

function laneAxis(labels: Labels, palette: Palette): object {
  return {
    type: 'category',
    gridIndex: 0,
    inverse: true,
    data: labels.channels.map((channel) => labels.channel(channel)),
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: { color: palette.ink, fontSize: small(palette), interval: 0 },
    splitLine: { show: true, interval: 0, lineStyle: { color: palette.line } },
  };
}

function pointsAxis({ picture, palette }: Drawing): object {
  const values = [0, ...picture.levels.map(({ enter }) => enter / 1_000), 100];
  return {
    type: 'value',
    gridIndex: 1,
    min: 0,
    max: 100,
    axisLine: { show: true, lineStyle: { color: palette.line } },
    axisTick: { show: true, customValues: values },
    axisLabel: { color: palette.meta, fontSize: small(palette), customValues: values },
    splitLine: { show: false },
  };
}
