import type { ReactNode } from 'react';

/** The number that an agency gave a signal: as long as usual it stays on one line, a longer one is wrapped and read whole. */
export function OwnNumber({ number }: { readonly number: string }): ReactNode {
  return <span className="lq-own-number">{number}</span>;
}
