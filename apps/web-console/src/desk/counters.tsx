import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { DeskAnswer } from '../contracts';
import { fill } from '../parts/fill';
import { LevelTag } from '../parts/level-tag';
import { wholeNumber } from '../parts/points';
import { textsOf } from '../texts/texts';

const texts = textsOf('desk');

/** How many cadres are at each level, and how many candidates are open; each leads to its list. */
export function Counters({ desk }: { readonly desk: Pick<DeskAnswer, 'levels' | 'openCandidates'> }): ReactNode {
  return (
    <nav className="lq-counters" aria-label={texts.counters}>
      {desk.levels.map(({ level, count }) => (
        <Link key={level} className="lq-card" to={`/cadres?level=${level}`}>
          <LevelTag level={level} />
          <span className="lq-counter">{fill(texts.people, { count: wholeNumber(count) })}</span>
        </Link>
      ))}
      <Link className="lq-card" to="/candidates?state=open">
        <span>{texts.openCandidates}</span>
        <span className="lq-counter">{fill(texts.pieces, { count: wholeNumber(desk.openCandidates) })}</span>
      </Link>
    </nav>
  );
}
