import type { ReactNode } from 'react';
import type { ProfileAnswer } from '../../contracts';
import { fill } from '../../parts/fill';
import { points } from '../../parts/points';
import { textsOf } from '../../texts/texts';

const texts = textsOf('profile');
const FULL = 100_000;

/** The five dimensions of a principal, and what speaks of none: together they are E. */
export function Dimensions({ profile: { dimensions, rest, e } }: { readonly profile: ProfileAnswer }): ReactNode {
  const rows = [
    ...dimensions.map(({ dimension, part, signals }) => ({ name: texts.dimensions[dimension], part, count: fill(texts.signals, { count: signals }) })),
    { name: texts.rest, part: rest, count: '' },
  ];
  return (
    <table className="lq-dimensions" aria-label={texts.dimensionsTitle}>
      <caption className="lq-meta">{fill(texts.dimensionsSum, { e: points(e, 3) })}</caption>
      <tbody>
        {rows.map(({ name, part, count }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className="lq-dimension-bar" aria-hidden>
              <span style={{ inlineSize: `${(part * 100) / FULL}%` }} />
            </td>
            <td className="lq-number">{points(part, 3)}</td>
            <td className="lq-meta">{count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
