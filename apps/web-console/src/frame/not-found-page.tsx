import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { EmptyNotice } from '../parts/empty-notice';
import texts from '../texts/zh-CN/frame.json';

export function NotFoundPage(): ReactNode {
  return (
    <EmptyNotice title={texts.notFound} filledBy={texts.notFoundFilledBy}>
      <Link to="/cadres">{texts.toList}</Link>
    </EmptyNotice>
  );
}
