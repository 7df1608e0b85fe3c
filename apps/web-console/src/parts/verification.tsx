import type { ReactNode } from 'react';
import type { MarkFill } from './mark-fill';
import { fillOf } from './mark-fill';
import { statusWord } from './words';

const OUTLINE = <circle cx="6" cy="6" r="5" fill="none" stroke="currentColor" strokeWidth="1.4" />;

const SHAPES: Readonly<Record<MarkFill, ReactNode>> = {
  hollow: OUTLINE,
  half: (
    <>
      {OUTLINE}
      <path d="M6 1a5 5 0 0 0 0 10z" fill="currentColor" />
    </>
  ),
  solid: <circle cx="6" cy="6" r="5.6" fill="currentColor" />,
  struck: (
    <>
      {OUTLINE}
      <path d="M.8 11.2 11.2.8" stroke="currentColor" strokeWidth="1.4" />
    </>
  ),
  uncounted: <path d="M2.4 2.4h7.2v7.2H2.4z" fill="none" stroke="currentColor" strokeWidth="1.4" />,
};

export function MarkIcon({ fill }: { readonly fill: MarkFill }): ReactNode {
  return (
    <svg viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      {SHAPES[fill]}
    </svg>
  );
}

/** The verification of a signal by shape and word. */
export function Verification({ status }: { readonly status: string }): ReactNode {
  return (
    <span className="lq-verification">
      <MarkIcon fill={fillOf(status)} />
      {statusWord(status)}
    </span>
  );
}
