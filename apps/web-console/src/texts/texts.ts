import type { zhCN } from './zh-CN/all';
import { language } from './language';

export type Texts = typeof zhCN;

let spoken: Texts | undefined;

/** Called once, before any page is loaded; the other language is never fetched. */
export async function loadTexts(): Promise<void> {
  spoken = language === 'en-US' ? (await import('./en-US/all')).enUS : (await import('./zh-CN/all')).zhCN;
}

/**
 * The words of one page in the chosen language.
 * @throws Error before `loadTexts`
 */
export function textsOf<Page extends keyof Texts>(page: Page): Texts[Page] {
  if (spoken === undefined) throw new Error('texts-not-loaded');
  return spoken[page];
}
