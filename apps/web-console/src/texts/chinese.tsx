import type { ReactNode } from 'react';

/** What the server says and nobody translates: marked, so that a screen reader speaks it as Chinese on an English page. */
export function Chinese({ children }: { readonly children: ReactNode }): ReactNode {
  return <span lang="zh-CN">{children}</span>;
}
