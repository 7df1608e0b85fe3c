import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import type { SignalsAsked } from '../api/inbox-queries';
import { useLabels } from '../catalogue/labels';
import type { SignalCounts } from '../contracts';
import { fill } from '../parts/fill';
import { textsOf } from '../texts/texts';

const texts = textsOf('inbox');
const states: Readonly<Record<string, string>> = texts.states;

type Facet = 'channel' | 'state' | 'agency' | 'type';
const MOST = 8;

interface SignalFacetsProps {
  readonly counts: SignalCounts | undefined;
  readonly asked: SignalsAsked;
  readonly onAsk: (name: Facet, value: string | undefined) => void;
}

/** How many there are of each, as ways to narrow the list; the one chosen is taken away by choosing it again. */
export function SignalFacets({ counts, asked, onAsk }: SignalFacetsProps): ReactNode {
  const labels = useLabels();
  if (counts === undefined) return <Skeleton className="lq-facets" active={false} paragraph={{ rows: 12 }} title={false} />;
  const facets = [
    { facet: 'state', name: texts.state, values: counts.states.map((row) => ({ ...row, label: states[row.value] ?? row.label })) },
    { facet: 'channel', name: texts.channel, values: counts.channels.map((row) => ({ ...row, label: labels.channel(row.value) })) },
    { facet: 'agency', name: texts.agency, values: counts.agencies },
    { facet: 'type', name: texts.type, values: counts.types },
  ] as const;
  return (
    <div className="lq-facets">
      {facets.map(({ facet, name, values }) => (
        <section key={facet} aria-label={name}>
          <h2 className="lq-meta">{name}</h2>
          <ul>
            {values
              .filter(({ value }, at) => at < MOST || value === asked[facet])
              .map(({ value, label, count }) => (
                <li key={value}>
                  <button
                    type="button"
                    aria-pressed={asked[facet] === value}
                    onClick={() => onAsk(facet, asked[facet] === value ? undefined : value)}
                  >
                    <span>{label}</span>
                    <span className="lq-number">{count}</span>
                  </button>
                </li>
              ))}
          </ul>
          {values.length > MOST && <p className="lq-meta">{fill(texts.more, { count: values.length - MOST })}</p>}
        </section>
      ))}
    </div>
  );
}
