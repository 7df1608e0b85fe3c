import type { ReactNode } from 'react';
import { useLabels } from '../catalogue/labels';
import type { ExplanationAnswer } from '../contracts';
import { fill } from '../parts/fill';
import { sourceWord } from '../portrait/signals/source-word';
import { textsOf } from '../texts/texts';

const texts = textsOf('explanation');

/** What is known and never counted: signals that the policy does not score, and what lowers others. */
export function Unscored({ unscored }: Pick<ExplanationAnswer, 'unscored'>): ReactNode {
  const labels = useLabels();
  if (unscored.length === 0) return null;
  return (
    <section className="lq-card" aria-label={texts.unscored}>
      <h2 className="lq-title">{texts.unscored}</h2>
      <ul className="lq-lines">
        {unscored.map((event) => (
          <li key={event.eventId}>
            {event.label} <span className="lq-number">{event.day}</span>{' '}
            <span className="lq-meta">{fill(texts.document, { agency: sourceWord(event, labels), number: event.sent?.number ?? texts.none })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
