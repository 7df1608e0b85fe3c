import type { ReactNode } from 'react';
import { useLabels } from '../catalogue/labels';
import type { ExplanationAnswer } from '../contracts';
import { writtenDay } from '../parts/civil-day';
import { fill } from '../parts/fill';
import { LevelTag } from '../parts/level-tag';
import { textsOf } from '../texts/texts';

const texts = textsOf('portrait');

/** When the level falls if nothing more is heard. */
export function FallsOn({ explanation }: { readonly explanation: ExplanationAnswer }): ReactNode {
  const labels = useLabels();
  const { fallsOn, level } = explanation;
  const [before, after] = texts.fallLine.split('{level}');
  return (
    <section className="lq-card" aria-label={texts.falls}>
      <h2 className="lq-title">{texts.falls}</h2>
      {fallsOn.length === 0 && <p className="lq-meta">{fill(texts.noFalls, { level: labels.level(level) })}</p>}
      <ul className="lq-lines">
        {fallsOn.map(({ to, day }) => (
          <li key={to}>
            {fill(before ?? '', { day: writtenDay(day) })} <LevelTag level={to} /> {after}
          </li>
        ))}
      </ul>
    </section>
  );
}
