import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { cadrePath } from '../cadres/cadre-path';
import type { UnitFile } from '../contracts';
import { EmptyNotice } from '../parts/empty-notice';
import { fill } from '../parts/fill';
import { LevelTag } from '../parts/level-tag';
import { textsOf } from '../texts/texts';

const texts = textsOf('units');

/** Who holds a post today, by post and name; their levels only as counts. */
export function Members({ members, levels, levelsOn }: Pick<UnitFile, 'members' | 'levels' | 'levelsOn'>): ReactNode {
  if (members.length === 0) {
    return (
      <section className="lq-card" aria-label={texts.members}>
        <h2 className="lq-title">{texts.members}</h2>
        <EmptyNotice title={texts.noMembers} filledBy={texts.membersFilledBy} />
      </section>
    );
  }
  return (
    <section className="lq-card" aria-label={texts.members}>
      <h2 className="lq-title">{texts.members}</h2>
      <p className="lq-meta">
        {texts.memberLevels}
        {levelsOn !== null && <span className="lq-number">{fill(texts.memberLevelsOn, { day: levelsOn })}</span>}
      </p>
      <ul className="lq-level-counts">
        {[...levels].reverse().map(({ level, count }) => (
          <li key={level}>
            <LevelTag level={level} /> <span className="lq-number">{count}</span>
          </li>
        ))}
      </ul>
      <ul className="lq-lines">
        {members.map(({ id, name, post }) => (
          <li key={`${id} ${post}`}>
            <div>
              <Link className="lq-name" to={cadrePath(id)}>
                {name}
              </Link>
            </div>
            <div className="lq-meta">{post}</div>
          </li>
        ))}
      </ul>
      <p className="lq-meta">{texts.memberNote}</p>
    </section>
  );
}
