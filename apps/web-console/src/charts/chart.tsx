import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { useDisplay } from '../look/display';
import { readPalette, type Palette } from '../look/palette';
import { init, type EChartsCoreOption, type EChartsType } from './echarts';

/** What fits between the margins of A4, in CSS px. */
const PAPER_WIDTH = 690;

interface ChartProps {
  /** Draws the picture anew; must keep its identity while nothing changes. */
  readonly draw: (palette: Palette) => EChartsCoreOption;
  /** In multiples of the base text size, so that large type has room. */
  readonly height: number;
  /** The picture in one or two sentences, for those who do not see it. */
  readonly description: string;
}

export function Chart({ draw, height, description }: ChartProps): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(undefined);
  const display = useDisplay();

  useLayoutEffect(() => {
    if (place.current === null) return;
    const drawn = init(place.current, undefined, { renderer: 'svg', locale: 'ZH' });
    chart.current = drawn;
    const toPaper = (): void => drawn.resize({ width: PAPER_WIDTH });
    const toScreen = (): void => drawn.resize({ width: 'auto' });
    const watch = new ResizeObserver(() => drawn.resize());
    watch.observe(place.current);
    window.addEventListener('beforeprint', toPaper);
    window.addEventListener('afterprint', toScreen);
    return () => {
      watch.disconnect();
      window.removeEventListener('beforeprint', toPaper);
      window.removeEventListener('afterprint', toScreen);
      drawn.dispose();
    };
  }, []);

  useLayoutEffect(() => {
    const option = draw(readPalette());
    chart.current?.setOption(
      { ...option, useUTC: true, animation: false, aria: { enabled: true, label: { description } } },
      { notMerge: true },
    );
    chart.current?.resize();
  }, [draw, description, display]);

  return <div ref={place} className="lq-chart" style={{ height: `${height}rem` }} />;
}
