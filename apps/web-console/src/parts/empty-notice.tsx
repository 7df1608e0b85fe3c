import type { ReactNode } from 'react';

interface EmptyNoticeProps {
  readonly title: string;
  /** What would fill this place. */
  readonly filledBy: string;
  readonly children?: ReactNode;
}

export function EmptyNotice({ title, filledBy, children }: EmptyNoticeProps): ReactNode {
  return (
    <div className="lq-empty">
      <p>{title}</p>
      <p className="lq-meta">{filledBy}</p>
      {children}
    </div>
  );
}
