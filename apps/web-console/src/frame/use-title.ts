import { useEffect } from 'react';

/** The title of the browser's tab, and of the printed page. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title;
  }, [title]);
}
