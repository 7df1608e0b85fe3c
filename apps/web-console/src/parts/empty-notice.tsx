import { Empty } from 'antd';
import type { ReactNode } from 'react';

interface EmptyNoticeProps {
  readonly title: string;
  /** What would fill this place. */
  readonly filledBy: string;
  readonly children?: ReactNode;
}

export function EmptyNotice({ title, filledBy, children }: EmptyNoticeProps): ReactNode {
  return (
    <Empty
      className="lq-empty"
      image={Empty.PRESENTED_IMAGE_SIMPLE}
      description={
        <>
          <strong>{title}</strong>
          <br />
          {filledBy}
        </>
      }
    >
      {children}
    </Empty>
  );
}
