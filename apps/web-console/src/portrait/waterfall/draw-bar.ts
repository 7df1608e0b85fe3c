import type { CustomSeriesOption } from 'echarts/charts';
import type { LevelName } from '../../contracts';
import type { Palette } from '../../look/palette';
import { valueWord } from './step-word';
import type { Step } from './waterfall-steps';

type Drawn = ReturnType<NonNullable<CustomSeriesOption['renderItem']>>;

export interface Bar {
  readonly step: Step;
  readonly start: number;
  readonly end: number;
  /** Middle of the row. */
  readonly y: number;
  readonly row: number;
  readonly fontSize: number;
  readonly last: boolean;
}

const THINNEST = 1.5;
const OF_ROW = 0.62;

/** A bar, its value behind it, and a thread to where the next one begins. */
export function drawBar(bar: Bar, palette: Palette, level: LevelName): Drawn {
  const { step, start, end, y, row, fontSize, last } = bar;
  const height = row * OF_ROW;
  const x = Math.min(start, end);
  const width = Math.max(Math.abs(end - start), THINNEST);
  const thread = last
    ? []
    : [
        {
          type: 'line',
          shape: { x1: end, y1: y + height / 2, x2: end, y2: y + row - height / 2 },
          style: { stroke: palette.struck, lineWidth: 1 },
        },
      ];
  return {
    type: 'group',
    children: [
      { type: 'rect', shape: { x, y: y - height / 2, width, height }, style: styleOf(step, palette, level) },
      ...thread,
      {
        type: 'text',
        style: {
          text: valueWord(step),
          x: Math.max(start, end) + 5,
          y,
          fill: palette.ink,
          fontSize,
          align: 'left',
          verticalAlign: 'middle',
        },
      },
    ],
  } as Drawn;
}

/** Parts are grey; only the results carry the level. */
function styleOf(step: Step, palette: Palette, level: LevelName): object {
  const { kind } = step;
  if (kind === 'without') return { fill: palette.ground, stroke: palette.levelInk[step.level], lineWidth: 1.6, lineDash: [4, 3] };
  if (kind === 'total') return { fill: palette.levelInk[level] };
  if (kind === 'priority') return { fill: palette.ground, stroke: palette.levelInk[level], lineWidth: 1.6 };
  if (kind === 'exposure') return { fill: palette.ground, stroke: palette.mark, lineWidth: 1.2, lineDash: [4, 3] };
  if (kind === 'corroboration') return { fill: palette.ground, stroke: palette.mark, lineWidth: 1.6 };
  return { fill: kind === 'rest' ? palette.struck : palette.mark };
}
