import type { ReactNode } from 'react';
import { Wrong } from './place';

interface PartProps {
  readonly title: string;
  /** What it is for, for who writes a scheme for the first time. */
  readonly what: string;
  readonly pointer: string;
  readonly children: ReactNode;
}

/** One part of a scheme, with what is wrong with it as a whole. */
export function Part({ title, what, pointer, children }: PartProps): ReactNode {
  return (
    <section className="lq-card lq-scheme-card" aria-label={title} data-pointer={pointer}>
      <div className="lq-card-head">
        <h2>{title}</h2>
      </div>
      <p className="lq-meta">{what}</p>
      <Wrong pointer={pointer} />
      {children}
    </section>
  );
}
