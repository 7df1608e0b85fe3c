import type { ReactNode } from 'react';
import { useLabels } from '../catalogue/labels';
import type { ExplanationAnswer } from '../contracts';
import { fill } from '../parts/fill';
import { points } from '../parts/points';
import { Verification } from '../parts/verification';
import { sourceWord } from '../portrait/signals/source-word';
import { textsOf } from '../texts/texts';
import { eventsOf } from './score-rows';

const texts = textsOf('explanation');

/** 支撑级别的最少几项: the fewest items without which the level would be lower. */
export function SmallestSet({ explanation }: { readonly explanation: ExplanationAnswer }): ReactNode {
  const labels = useLabels();
  const { smallest, level } = explanation;
  const ids = new Set(smallest?.eventIds ?? []);
  const events = eventsOf(explanation).filter(({ eventId }) => ids.has(eventId));
  return (
    <section className="lq-card" aria-label={texts.smallest}>
      <h2 className="lq-title">{texts.smallest}</h2>
      <p>{sentenceOf(smallest, labels.level(level))}</p>
      {events.length > 0 && (
        <ul className="lq-lines lq-smallest">
          {events.map((event) => (
            <li key={event.eventId}>
              <div>
                {event.label} <span className="lq-number">{event.day}</span> <Verification status={event.status} />
              </div>
              <div className="lq-meta">
                {fill(texts.smallestItem, { source: sourceWord(event, labels), number: event.sent?.number ?? texts.none, part: points(event.part, 3) })}
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** The search may end before it has ruled out that fewer would do; then it says no more than it knows. */
function sentenceOf(smallest: ExplanationAnswer['smallest'], level: string): string {
  if (smallest === null) return fill(texts.onNoLevel, { level });
  const { atLeast, eventIds } = smallest;
  if (eventIds === null) return fill(texts.smallestUnknown, { least: atLeast, level });
  if (eventIds.length > atLeast) return fill(texts.smallestAbout, { least: atLeast, count: eventIds.length, level });
  return fill(texts.smallestIs, { count: eventIds.length, level });
}
