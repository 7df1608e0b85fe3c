import type { LineSeriesOption } from 'echarts/charts';
import { inHtml } from '../../charts/in-html';
import type { Palette } from '../../look/palette';
import { dayOfInstant } from '../../parts/civil-day';
import { fill } from '../../parts/fill';
import { points } from '../../parts/points';
import { textsOf } from '../../texts/texts';
import { small, type Drawing } from './six-channel-option';
import type { Flag, LinePoint, Picture } from './picture';

const texts = textsOf('portrait');

const FLAG_TEXTS: Readonly<Record<Flag['kind'], string>> = {
  proposed: texts.flagProposed,
  taken: texts.flagTaken,
  dismissed: texts.flagDismissed,
};

/** Milli-points above which the number stands below its point, clear of the names of flags. */
const HIGH = 75_000;
/** Both of the whole span of time. */
const WIDTH_OF_NAME = 0.06;
const WIDTH_OF_NUMBER = 0.03;
/** In px. */
const OFF_THE_LINE = 9;

/** E where the level changed and on the day of the reading, before the bands of the levels, with flags for what was done. */
export function readingSeries(drawing: Drawing): LineSeriesOption {
  const { picture, labels, palette } = drawing;
  return {
    id: 'reading',
    type: 'line',
    xAxisIndex: 1,
    yAxisIndex: 1,
    data: picture.line.map(({ at, e }, place) => ({ value: [at, e / 1_000], label: labelOf(picture, place) })),
    symbol: 'circle',
    symbolSize: palette.fontSize * 0.5,
    itemStyle: { color: palette.ink },
    lineStyle: { color: palette.ink, width: 1.4, type: 'dashed' },
    label: {
      show: true,
      color: palette.ink,
      fontSize: small(palette),
      textBorderColor: palette.ground,
      textBorderWidth: 2,
      formatter: ({ dataIndex }) => points(picture.line[dataIndex]?.e ?? 0),
    },
    labelLayout: { hideOverlap: true },
    emphasis: { disabled: true },
    tooltip: {
      formatter: (params: unknown) => {
        const point = picture.line[(params as { dataIndex: number }).dataIndex];
        if (point === undefined) return '';
        const what = fill(texts.levelOnDay, { level: labels.level(point.level), e: points(point.e, 3) });
        return inHtml(`${dayOfInstant(point.at)} ${what}`);
      },
    },
    markArea: { silent: true, data: bands(drawing) },
    markLine: flagLines(picture, palette),
  };
}

/** Where the number of a point stands: apart from that of a neighbour in time, off the line, and clear of the names of flags. */
function labelOf({ line, from, to }: Picture, place: number): NonNullable<LineSeriesOption['label']> {
  const near = (left: LinePoint | undefined, right: LinePoint | undefined): boolean =>
    left !== undefined && right !== undefined && right.at - left.at < (to - from) * WIDTH_OF_NUMBER;
  if (near(line[place], line[place + 1])) return { position: 'left', offset: [0, -OFF_THE_LINE] };
  if (near(line[place - 1], line[place])) return { position: 'right', offset: [0, OFF_THE_LINE] };
  return { position: (line[place]?.e ?? 0) > HIGH ? 'bottom' : 'top' };
}

function bands({ picture, labels, palette }: Drawing): NonNullable<NonNullable<LineSeriesOption['markArea']>['data']> {
  return picture.levels.map(({ name, enter }, place) => [
    {
      name: labels.level(name),
      yAxis: enter / 1_000,
      itemStyle: { color: palette.levelBand[name], borderColor: palette.line, borderWidth: 0.5 },
      label: { position: 'insideLeft', color: palette.levelInk[name], fontSize: small(palette) },
    },
    { yAxis: (picture.levels[place + 1]?.enter ?? 100_000) / 1_000 },
  ]);
}

/** A line for each flag; its name goes one line higher when it would cover the one before. */
function flagLines({ flags, from, to }: Picture, palette: Palette): LineSeriesOption['markLine'] {
  const lineHeight = small(palette) * 1.25;
  const ordered = [...flags].sort((a, b) => a.at - b.at);
  let raised = false;
  return {
    silent: true,
    symbol: 'none',
    lineStyle: { color: palette.ink, type: 'solid', width: 1 },
    label: { color: palette.ink, fontSize: small(palette), position: 'end' },
    data: ordered.map(({ at, kind }, place) => {
      const before = ordered[place - 1];
      raised = before !== undefined && at - before.at < (to - from) * WIDTH_OF_NAME && !raised;
      return { xAxis: at, label: { formatter: FLAG_TEXTS[kind], distance: raised ? 2 + lineHeight : 2 } };
    }),
  };
}
