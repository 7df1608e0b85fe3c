import type { WatermarkProps } from 'antd';
import { useDisplay } from '../look/display';
import { useCurrentPrincipal } from '../people/current-principal';
import { writtenInstant } from './civil-day';
import { principalWord } from './words';

/** A watermark of who looks and on which day, faint enough to read through. */
export function useScreenMark(): WatermarkProps {
  const principal = useCurrentPrincipal();
  const { dark } = useDisplay();
  const day = writtenInstant(new Date().toISOString()).slice(0, 10);
  const color = dark ? 'rgba(255, 255, 255, 0.05)' : 'rgba(0, 0, 0, 0.045)';
  return { content: `${principalWord(principal)} ${day}`, font: { color, fontSize: 13 }, gap: [160, 120] };
}
