import { useSyncExternalStore } from 'react';

const asked = window.matchMedia('(prefers-reduced-motion: reduce)');

function subscribe(listener: () => void): () => void {
  asked.addEventListener('change', listener);
  return () => asked.removeEventListener('change', listener);
}

/** Whether the person asked the system for less motion. */
export const useReducedMotion = (): boolean => useSyncExternalStore(subscribe, () => asked.matches);
