import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { fill } from '../parts/fill';
import { points } from '../parts/points';
import { textsOf } from '../texts/texts';
import { explanationPath } from './explanation-path';

const texts = textsOf('explanation');

interface ExplainedNumberProps {
  readonly subject: string;
  readonly name: string;
  /** Milli-points. */
  readonly e: number;
  /** The day on which the number stood. */
  readonly knownOn?: string | undefined;
}

/** An evidence score that leads to what it is made of. */
export function ExplainedNumber({ subject, name, e, knownOn }: ExplainedNumberProps): ReactNode {
  return (
    <Link to={explanationPath(subject, { knownOn })} aria-label={fill(texts.openOne, { name, e: points(e) })}>
      {points(e)}
    </Link>
  );
}
