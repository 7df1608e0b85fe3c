import type { LineSeriesOption } from 'echarts/charts';
import { inHtml } from '../../charts/in-html';
import type { Palette } from '../../look/palette';
import { dayOfInstant } from '../../parts/civil-day';
import { fill } from '../../parts/fill';
import { points } from '../../parts/points';
import texts from '../../texts/zh-CN/portrait.json';
import { small, type Drawing } from './six-channel-option';
import type { Flag } from './picture';

const FLAG_TEXTS: Readonly<Record<Flag['kind'], string>> = {
  proposed: texts.flagProposed,
  taken: texts.flagTaken,
  dismissed: texts.flagDismissed,
};

/** E where the level changed and on the day of the reading, before the bands of the levels, with flags for what was done. */
export function readingSeries(drawing: Drawing): LineSeriesOption {
  const { picture, labels, palette } = drawing;
  return {
    id: 'reading',
    type: 'line',
    xAxisIndex: 1,
    yAxisIndex: 1,
    data: picture.line.map(({ at, e }) => [at, e / 1_000]),
    symbol: 'circle',
    symbolSize: palette.fontSize * 0.5,
    itemStyle: { color: palette.ink },
    lineStyle: { color: palette.ink, width: 1.4, type: 'dashed' },
    label: {
      show: true,
      position: 'top',
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
    markLine: flagLines(picture.flags, palette),
  };
}

function bands({ picture, labels, palette }: Drawing): NonNullable<NonNullable<LineSeriesOption['markArea']>['data']> {
  return picture.levels.map(({ name, enter }, place) => [
    {
      name: labels.level(name),
      yAxis: enter / 1_000,
      itemStyle: { color: palette.levelBand[name] },
      label: { position: 'insideLeft', color: palette.levelInk[name], fontSize: small(palette) },
    },
    { yAxis: (picture.levels[place + 1]?.enter ?? 100_000) / 1_000 },
  ]);
}

function flagLines(flags: readonly Flag[], palette: Palette): LineSeriesOption['markLine'] {
  return {
    silent: true,
    symbol: ['none', 'triangle'],
    symbolSize: palette.fontSize * 0.5,
    lineStyle: { color: palette.ink, type: 'solid', width: 1 },
    label: { color: palette.ink, fontSize: small(palette), position: 'end', distance: 2 },
    data: flags.map(({ at, kind }) => ({ xAxis: at, label: { formatter: FLAG_TEXTS[kind] } })),
  };
}
