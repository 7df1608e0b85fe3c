import type { ReactNode } from 'react';
import type { CadreFile } from '../contracts';
import { EmptyNotice } from '../parts/empty-notice';
import { fill } from '../parts/fill';
import { factorWord } from '../parts/words';
import { textsOf } from '../texts/texts';

const texts = textsOf('portrait');

/** Posts held and left, the present ones first. */
export function Posts({ posts }: Pick<CadreFile, 'posts'>): ReactNode {
  const ordered = [...posts].sort((a, b) => (b.left ?? '9999').localeCompare(a.left ?? '9999') || b.from.localeCompare(a.from));
  return (
    <section className="lq-card" aria-label={texts.posts}>
      <h2 className="lq-title">{texts.posts}</h2>
      {ordered.length === 0 && <EmptyNotice title={texts.noPosts} filledBy={texts.postsFilledBy} />}
      <ul className="lq-lines">
        {ordered.map(({ code, title, unitName, factors, from, left }) => (
          <li key={`${code} ${from}`}>
            <div>
              {unitName} {title}
              {left === null && <strong className="lq-now">{texts.postNow}</strong>}
            </div>
            <div className="lq-meta">
              {left === null ? fill(texts.postSince, { from }) : fill(texts.postSpan, { from, to: left })}
              {factors.map((factor) => (
                <span key={factor} className="lq-factor">
                  {factorWord(factor)}
                </span>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
