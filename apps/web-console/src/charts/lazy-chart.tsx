import { Skeleton } from 'antd';
import { lazy, Suspense, type ComponentProps, type ReactNode } from 'react';
import type { Chart } from './chart';

const Loaded = lazy(() => import('./chart').then((module) => ({ default: module.Chart })));

/** A picture; the library that draws it is loaded with the first one. */
export function LazyChart(props: ComponentProps<typeof Chart>): ReactNode {
  return (
    <Suspense fallback={<Skeleton.Node active={false} style={{ width: '100%', height: `${props.height}rem` }} />}>
      <Loaded {...props} />
    </Suspense>
  );
}
