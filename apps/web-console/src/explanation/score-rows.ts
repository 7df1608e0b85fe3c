import type { Labels } from '../catalogue/labels';
import type { ExplainedEvent, ExplanationAnswer } from '../contracts';
import { fill } from '../parts/fill';
import { matterWord } from '../parts/words';
import { textsOf } from '../texts/texts';

const texts = textsOf('explanation');

/** A node of the tree of a score: E is the sum of the first rows, each row of its children, to the milli-point. */
export interface ScoreRow {
  readonly key: string;
  readonly name: string;
  /** Milli-points. */
  readonly part: number;
  /** What stands under the name. */
  readonly note?: string;
  /** The signal at a leaf. */
  readonly event?: ExplainedEvent;
  readonly children?: readonly ScoreRow[];
}

type Explained = Pick<ExplanationAnswer, 'channels' | 'corroboration'>;

/** How many independent groups speak of each matter with something that still counts, over all channels. */
export function sourcesOf({ channels }: Pick<Explained, 'channels'>): ReadonlyMap<string, number> {
  const groups = new Map<string, Set<string>>();
  for (const { matter, events } of channels.flatMap(({ matters }) => matters)) {
    const known = groups.get(matter) ?? new Set();
    for (const { group, decayed } of events) if (decayed > 0) known.add(group);
    groups.set(matter, known);
  }
  return new Map([...groups].map(([matter, { size }]) => [matter, size]));
}

/** Channels, their matters, their signals; then what independent sources add by speaking of one matter. */
export function scoreRows(explained: Explained, labels: Pick<Labels, 'channel'>): readonly ScoreRow[] {
  const sources = sourcesOf(explained);
  const ofChannels = explained.channels.map(({ channel, part, matters }): ScoreRow => {
    const children = matters.map(({ matter, part: ofMatter, events }): ScoreRow => {
      const count = sources.get(matter) ?? 0;
      return {
        key: `${channel} ${matter}`,
        name: matterWord(matter),
        part: ofMatter,
        ...(count > 1 && { note: fill(texts.sources, { count }) }),
        children: events.map((event) => ({ key: event.eventId, name: event.label, part: event.part, event })),
      };
    });
    return { key: channel, name: labels.channel(channel), part, ...(children.length > 0 && { children }) };
  });
  return [...ofChannels, { key: 'corroboration', name: texts.corroboration, part: explained.corroboration.part, note: texts.corroborationNote }];
}

/** The keys of the rows that have something under them. */
export function foldedKeys(rows: readonly ScoreRow[]): readonly string[] {
  return rows.flatMap(({ key, children }) => (children === undefined ? [] : [key, ...foldedKeys(children)]));
}

/** The signals of an explanation, each once. */
export const eventsOf = ({ channels }: Pick<Explained, 'channels'>): readonly ExplainedEvent[] =>
  channels.flatMap(({ matters }) => matters.flatMap(({ events }) => events));
