import type { ReactNode } from 'react';
import './basis-mark.css';

/** Beside a candidate of whose basis something has fallen away. */
export function BasisMark({ word }: { readonly word: string }): ReactNode {
  return <span className="lq-basis">{word}</span>;
}
