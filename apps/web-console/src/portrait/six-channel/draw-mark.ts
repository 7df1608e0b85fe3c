import type { CustomSeriesOption } from 'echarts/charts';
import type { Palette } from '../../look/palette';
import type { MarkFill } from '../../parts/mark-fill';

type RenderItem = NonNullable<CustomSeriesOption['renderItem']>;
export type Drawn = ReturnType<RenderItem>;

export interface Disc {
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly fill: MarkFill;
  /** How many signals stand here; a number beside the mark from 2 on. */
  readonly count: number;
  /** Places of the marks that stay lit while this one is pointed at. */
  readonly lit: readonly number[] | 'none';
}

const BLURRED = { style: { opacity: 0.15 } };

/** Hollow, half, solid, struck, or a small square for what is not counted: readable in grey. */
export function drawMark({ x, y, r, fill, count, lit }: Disc, palette: Palette): Drawn {
  const colour = fill === 'struck' || fill === 'uncounted' ? palette.struck : palette.mark;
  const outline = { fill: palette.ground, stroke: colour, lineWidth: 1.4 };
  const circle = (style: object): object => ({ type: 'circle', shape: { cx: x, cy: y, r }, style, blur: BLURRED });
  const parts: Readonly<Record<MarkFill, readonly object[]>> = {
    hollow: [circle(outline)],
    half: [circle(outline), { type: 'sector', shape: { cx: x, cy: y, r, ...LEFT_HALF }, style: { fill: colour }, blur: BLURRED }],
    solid: [circle({ fill: colour, stroke: palette.ground, lineWidth: 1 })],
    struck: [circle(outline), { type: 'line', shape: slash(x, y, r), style: { stroke: colour, lineWidth: 1.4 }, blur: BLURRED }],
    uncounted: [{ type: 'rect', shape: { x: x - 3, y: y - 3, width: 6, height: 6 }, style: outline, blur: BLURRED }],
  };
  return { type: 'group', children: [...parts[fill], ...numberOf(x + r, y - r, count, palette)], focus: lit, emphasisDisabled: lit === 'none' } as Drawn;
}

/** Above at the right of the mark, on a ground of its own: read in grey, and over another mark. */
function numberOf(x: number, y: number, count: number, palette: Palette): readonly object[] {
  if (count < 2) return [];
  const style = { x, y, text: String(count), fill: palette.ink, stroke: palette.ground, lineWidth: 3, fontSize: (palette.fontSize * 11) / 14 };
  return [{ type: 'text', style: { ...style, align: 'center', verticalAlign: 'middle', fontWeight: 600 }, silent: true, blur: BLURRED }];
}

const LEFT_HALF = { r0: 0, startAngle: Math.PI / 2, endAngle: (3 * Math.PI) / 2 };

function slash(x: number, y: number, r: number): object {
  const reach = r * 0.95;
  return { x1: x - reach, y1: y + reach, x2: x + reach, y2: y - reach };
}
