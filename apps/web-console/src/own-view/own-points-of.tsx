import type { ReactNode } from 'react';
import type { OwnViewAnswer } from '../contracts';
import { fill } from '../parts/fill';
import { exactPoints } from '../parts/points';
import { listed } from '../parts/words';
import { labelWord } from '../points/label-word';
import { textsOf } from '../texts/texts';

const texts = textsOf('own-view');

/** What the published points schemes say of the person; nothing where none says anything. */
export function OwnPointsOf({ points }: Pick<OwnViewAnswer, 'points'>): ReactNode {
  if (points.length === 0) return null;
  return (
    <section className="lq-card" aria-label={texts.points}>
      <h2 className="lq-title">{texts.points}</h2>
      <ul className="lq-lines">
        {points.map(({ title, value, level, items, consequences }) => (
          <li key={title.zh}>
            <div>
              {fill(texts.pointsLine, { scheme: labelWord(title), value: exactPoints(value) })} {level !== null && <strong>{labelWord(level)}</strong>}
            </div>
            {items.map(({ label, points: each }, place) => (
              <div key={`${place} ${label.zh}`} className="lq-meta">
                {fill(texts.pointsItem, { label: labelWord(label), points: exactPoints(each) })}
              </div>
            ))}
            {consequences.length > 0 && <div className="lq-meta">{fill(texts.consequences, { what: listed(consequences.map(labelWord)) })}</div>}
          </li>
        ))}
      </ul>
    </section>
  );
}
