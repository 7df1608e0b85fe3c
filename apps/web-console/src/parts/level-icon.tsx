import type { ReactNode } from 'react';
import type { LevelName } from '../contracts';

const SHAPES: Readonly<Record<LevelName, ReactNode>> = {
  none: <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.6" />,
  watch: <circle cx="6" cy="6" r="5.2" fill="currentColor" />,
  remind: <path d="M6 .6 11.6 11H.4z" fill="currentColor" />,
  inquiry: <path d="M6 0l6 6-6 6-6-6z" fill="currentColor" />,
  priority: <path d="M.8.8h10.4v10.4H.8z" fill="currentColor" />,
};

/** Each level has a shape of its own, so that it is known without colour. */
export function LevelIcon({ level }: { readonly level: LevelName }): ReactNode {
  return (
    <svg viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      {SHAPES[level]}
    </svg>
  );
}
