import type { WatermarkProps } from 'antd';
import { useDisplay } from '../look/display';
import { useWhoReads } from '../people/who-reads';
import { writtenInstant } from './civil-day';

/** A watermark of who looks and on which day, faint enough to read through. */
export function useScreenMark(): WatermarkProps {
  const person = useWhoReads();
  const { dark } = useDisplay();
  const day = writtenInstant(new Date().toISOString()).slice(0, 10);
  const color = dark ? 'rgba(255, 255, 255, 0.05)' : 'rgba(0, 0, 0, 0.045)';
  return { content: `${person} ${day}`, font: { color, fontSize: 13 }, gap: [160, 120] };
}
