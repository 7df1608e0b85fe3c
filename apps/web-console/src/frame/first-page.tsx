import type { ReactNode } from 'react';
import { Navigate } from 'react-router';
import { useMay } from '../people/may';
import { CONSOLE_PAGES } from './console-pages';

/** Leads on to the first page of the menu that the person may read. */
export function FirstPage(): ReactNode {
  const may = useMay();
  const first = CONSOLE_PAGES.find(({ asks }) => may(asks));
  return first && <Navigate to={first.path} replace />;
}
