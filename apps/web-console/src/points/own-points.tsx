import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { usePointsSchemes } from '../api/points-queries';
import { textsOf } from '../texts/texts';
import { labelWord } from './label-word';
import { pointsPath } from './points-path';

const texts = textsOf('points');

/** The way from a portrait to the points ledgers of its subject, one for each scheme that applies. */
export function OwnPoints({ subject }: { readonly subject: string }): ReactNode {
  const object = subject.startsWith('unit:') ? 'unit' : 'cadre';
  const schemes = (usePointsSchemes().data?.items ?? []).filter(({ objects }) => objects.includes(object));
  if (schemes.length === 0) return null;
  return (
    <section className="lq-card lq-no-print" aria-label={texts.ledger}>
      <h2 className="lq-title">{texts.ledger}</h2>
      <ul className="lq-lines">
        {schemes.map(({ name, title }) => (
          <li key={name}>
            <Link to={pointsPath(name, subject)}>{labelWord(title)}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
