import type { ReactNode } from 'react';
import './facts.css';

/** Names and values, one under the other. */
export function Facts({ of }: { readonly of: readonly (readonly [name: string, value: ReactNode])[] }): ReactNode {
  return (
    <dl className="lq-facts">
      {of.map(([name, value]) => (
        <div key={name}>
          <dt className="lq-meta">{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
