import type { ReactNode } from 'react';
import { useLabels } from '../../catalogue/labels';
import type { ExplainedEvent } from '../../contracts';
import { matterWord, severityWord } from '../../parts/words';
import { textsOf } from '../../texts/texts';
import { sourceWord } from './source-word';

const texts = textsOf('signals');

interface SentFieldsProps {
  readonly event: ExplainedEvent;
  readonly matter: string | undefined;
}

/** What the sender of a signal filled in, under the labels of the catalogue. */
export function SentFields({ event, matter }: SentFieldsProps): ReactNode {
  const { sent, severity, eventId } = event;
  const labels = useLabels();
  const facts: readonly (readonly [string, string])[] = [
    [texts.agency, sourceWord(event, labels)],
    [texts.number, sent?.number ?? texts.none],
    [texts.receipt, eventId],
    [texts.matter, matter === undefined ? texts.none : matterWord(matter)],
    [texts.severity, severityWord(severity)],
    ...(sent?.fields ?? []).map(({ label, value }) => [label, value ?? texts.notShown] as const),
  ];
  return (
    <>
      <dl className="lq-sent">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt className="lq-meta">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {sent === null && <p className="lq-meta">{texts.notKept}</p>}
    </>
  );
}
