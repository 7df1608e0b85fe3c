import { useSyncExternalStore } from 'react';
import { isPrincipal, type Principal } from './principals';

const KEY = 'liuqu.demo-principal';
const listeners = new Set<() => void>();

/** Who the person at this browser says to be. */
export function currentPrincipal(): Principal {
  const kept = localStorage.getItem(KEY);
  return isPrincipal(kept) ? kept : 'handler';
}

export function becomePrincipal(principal: Principal): void {
  localStorage.setItem(KEY, principal);
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useCurrentPrincipal(): Principal {
  return useSyncExternalStore(subscribe, currentPrincipal);
}
