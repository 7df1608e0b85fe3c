import { Skeleton } from 'antd';
import type { ReactNode } from 'react';

/** Lines in place of what is still being fetched; without a heading, as an empty one is read out. */
export function Waiting({ rows }: { readonly rows: number }): ReactNode {
  return <Skeleton active={false} title={false} paragraph={{ rows, width: '100%' }} />;
}
