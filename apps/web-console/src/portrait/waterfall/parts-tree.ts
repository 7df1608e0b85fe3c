import type { Labels } from '../../catalogue/labels';
import type { ExplanationAnswer } from '../../contracts';
import { matterWord } from '../../parts/words';
import { textsOf } from '../../texts/texts';

const texts = textsOf('portrait');

/** A row of the tree of parts; each is the sum of its children to the milli-point. */
export interface PartRow {
  readonly key: string;
  readonly name: string;
  readonly day?: string;
  readonly status?: string;
  readonly part: number;
  readonly children?: readonly PartRow[];
}

export function partsTree({ channels, corroboration }: ExplanationAnswer, labels: Labels): readonly PartRow[] {
  const ofChannels = channels.map(({ channel, part, matters }): PartRow => {
    const children = matters.map(({ matter, part: ofMatter, events }): PartRow => ({
      key: `${channel} ${matter}`,
      name: matterWord(matter),
      part: ofMatter,
      children: events.map((event) => ({ key: event.eventId, name: event.label, day: event.day, status: event.status, part: event.part })),
    }));
    return { key: channel, name: labels.channel(channel), part, ...(children.length > 0 ? { children } : {}) };
  });
  return [...ofChannels, { key: 'corroboration', name: texts.corroboration, part: corroboration.part }];
}
