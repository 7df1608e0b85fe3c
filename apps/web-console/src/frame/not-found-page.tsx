import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { textsOf } from '../texts/texts';

const texts = textsOf('frame');

export function NotFoundPage(): ReactNode {
  return (
    <div className="lq-page-head">
      <h1>{texts.notFound}</h1>
      <span>{texts.notFoundFilledBy}</span>
      <Link to="/">{texts.toFirst}</Link>
    </div>
  );
}
