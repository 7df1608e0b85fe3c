import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { language } from '../texts/language';
import { useDisplay } from '../look/display';
import { readPalette, type Palette } from '../look/palette';
import { init, type EChartsCoreOption, type EChartsType } from './echarts';

/** What fits between the margins of A4 and of a card, in CSS px. */
const PAPER_WIDTH = 660;

interface ChartProps {
  /** Draws the picture anew; must keep its identity while nothing changes. */
  readonly draw: (palette: Palette) => EChartsCoreOption;
  /** In multiples of the base text size, so that large type has room. */
  readonly height: number;
  /** The picture in one or two sentences, for those who do not see it. */
  readonly description: string;
}

/** Paints at once, not with the next frame: paper does not wait for one. */
function fitNow(chart: EChartsType, width: number | 'auto'): void {
  chart.resize({ width });
  chart.getZr().flush();
}

export function Chart({ draw, height, description }: ChartProps): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(undefined);
  const width = useRef<number | 'auto'>('auto');
  const display = useDisplay();

  useLayoutEffect(() => {
    if (place.current === null) return;
    const drawn = init(place.current, undefined, { renderer: 'svg', locale: language === 'zh-CN' ? 'ZH' : 'EN' });
    chart.current = drawn;
    const fit = (): void => fitNow(drawn, width.current);
    const fitTo = (to: number | 'auto') => (): void => {
      width.current = to;
      fit();
    };
    const [toPaper, toScreen] = [fitTo(PAPER_WIDTH), fitTo('auto')];
    const watch = new ResizeObserver(fit);
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
    const aria = { enabled: true, label: { description } };
    chart.current?.setOption({ ...option, useUTC: true, animation: false, aria }, { notMerge: true });
    if (chart.current !== undefined) fitNow(chart.current, width.current);
  }, [draw, description, display]);

  return <div ref={place} className="lq-chart" style={{ height: `${height}rem` }} />;
}
