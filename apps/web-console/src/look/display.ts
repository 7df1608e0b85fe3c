import { useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';

/** How this person wants to see the pages; paper is always light and of normal size. */
export interface Display {
  readonly dark: boolean;
  readonly large: boolean;
}

const KEY = 'liuqu.display';
const PLAIN: Display = { dark: false, large: false };
const listeners = new Set<() => void>();

let chosen = kept();
let printing = false;

function kept(): Display {
  try {
    return { ...PLAIN, ...(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Display>) };
  } catch {
    return PLAIN;
  }
}

const shown = (): Display => (printing ? PLAIN : chosen);

function show(): void {
  const { dark, large } = shown();
  document.documentElement.dataset['scheme'] = dark ? 'dark' : 'light';
  document.documentElement.dataset['type'] = large ? 'large' : 'normal';
  listeners.forEach((listener) => listener());
}

export function choose(change: Partial<Display>): void {
  chosen = { ...chosen, ...change };
  localStorage.setItem(KEY, JSON.stringify(chosen));
  show();
}

/** Called once, before the first drawing. */
export function startDisplay(): void {
  const print = (now: boolean) => (): void => {
    printing = now;
    // The paper is taken as soon as this returns, before React would draw by itself.
    flushSync(show);
  };
  window.addEventListener('beforeprint', print(true));
  window.addEventListener('afterprint', print(false));
  show();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useDisplay = (): Display => useSyncExternalStore(subscribe, shown);

/** Whether this is drawn for paper. */
export const useOnPaper = (): boolean => useSyncExternalStore(subscribe, () => printing);
