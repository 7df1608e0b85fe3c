import { useEffect, type RefObject } from 'react';

const STEPS: Readonly<Record<string, number>> = { j: 1, k: -1 };

/** Where letters are typed, j and k are letters. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input, textarea, select, [contenteditable], [role="combobox"], [role="dialog"]') !== null
  );
}

/**
 * j and k move the focus from row to row; Enter is the row's own. The focus is
 * real, so a screen reader reads the row.
 */
export function useRowKeys(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const move = (event: KeyboardEvent): void => {
      const step = STEPS[event.key];
      if (step === undefined || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const rows = [...(list.current?.querySelectorAll<HTMLElement>('tr[data-row-key]') ?? [])];
      const now = rows.findIndex((row) => row === document.activeElement || row.contains(document.activeElement));
      const next = rows[Math.min(Math.max(now + step, 0), rows.length - 1)];
      if (next === undefined) return;
      event.preventDefault();
      next.focus({ preventScroll: true });
      next.scrollIntoView({ block: 'nearest' });
    };
    window.addEventListener('keydown', move);
    return () => window.removeEventListener('keydown', move);
  }, [list]);
}

/** What makes a table row answer to a click and to Enter; a link in it keeps its own meaning. */
export function rowThatOpens(open: () => void): Record<string, unknown> {
  return {
    tabIndex: -1,
    onClick: ({ target }: { target: EventTarget }) => {
      if (target instanceof Element && target.closest('a, button') === null) open();
    },
    onKeyDown: (event: { key: string; target: EventTarget; currentTarget: EventTarget }) => {
      if (event.key === 'Enter' && event.target === event.currentTarget) open();
    },
  };
}
