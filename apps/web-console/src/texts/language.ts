export const LANGUAGES = ['zh-CN', 'en-US'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each by its own name, so that who does not read the one finds the other. */
export const OWN_NAMES: Readonly<Record<Language, string>> = { 'zh-CN': '中文', 'en-US': 'English' };

const KEY = 'liuqu.language';

/** Of this person at this browser; it stays the same as long as the page is open. */
export const language: Language = LANGUAGES.find((known) => known === globalThis.localStorage?.getItem(KEY)) ?? 'zh-CN';

/** Reads the page anew, so that no word of the other language is left anywhere. */
export function speak(chosen: Language): void {
  localStorage.setItem(KEY, chosen);
  window.location.reload();
}
