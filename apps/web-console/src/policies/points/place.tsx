import type { ReactNode } from 'react';
import { told } from '../policy-words';
import { useFindingsAt } from './scheme-form';

interface PlaceProps {
  readonly pointer: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A place of the document: findings lead here, and are told here. */
export function Place({ pointer, className = '', children }: PlaceProps): ReactNode {
  return (
    <div className={className} data-pointer={pointer}>
      {children}
      <Wrong pointer={pointer} />
    </div>
  );
}

/** What is wrong at a place, beside it. */
export function Wrong({ pointer }: { readonly pointer: string }): ReactNode {
  return useFindingsAt(pointer).map((finding) => (
    <p key={finding.code + finding.zh} className="lq-scheme-wrong">
      {told(finding)}
    </p>
  ));
}
