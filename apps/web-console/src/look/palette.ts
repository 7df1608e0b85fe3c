import type { LevelName } from '../contracts';

/** The colours of the pictures, read from the style sheet: one source for pages, pictures and paper. */
export interface Palette {
  readonly ink: string;
  readonly meta: string;
  readonly line: string;
  readonly ground: string;
  readonly mark: string;
  readonly struck: string;
  readonly accent: string;
  readonly levelInk: Readonly<Record<LevelName, string>>;
  readonly levelBand: Readonly<Record<LevelName, string>>;
  /** Of the base text, in px. */
  readonly fontSize: number;
  readonly fontFamily: string;
}

export function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string): string => style.getPropertyValue(`--lq-${name}`).trim();
  const ofLevels = (part: string): Record<LevelName, string> => ({
    none: colour(`none-${part}`),
    watch: colour(`watch-${part}`),
    remind: colour(`remind-${part}`),
    inquiry: colour(`inquiry-${part}`),
    priority: colour(`priority-${part}`),
  });
  return {
    ink: colour('ink'),
    meta: colour('meta'),
    line: colour('line'),
    ground: colour('ground'),
    mark: colour('mark'),
    struck: colour('struck'),
    accent: colour('accent'),
    levelInk: ofLevels('ink'),
    levelBand: ofLevels('band'),
    fontSize: Number.parseFloat(style.fontSize),
    fontFamily: getComputedStyle(document.body).fontFamily,
  };
}
