import type { Labels } from '../../catalogue/labels';
import type { ExplainedEvent } from '../../contracts';
import { textsOf } from '../../texts/texts';

const texts = textsOf('signals');

/** Who sent it, by name; where nothing of it is kept, the independent group: an agency's code, or the public or the media by their channel. */
export function sourceWord({ sent, group }: Pick<ExplainedEvent, 'sent' | 'group'>, labels: Labels): string {
  if (sent !== null) return sent.agencyName ?? sent.agency;
  return group === '' ? texts.none : labels.channel(group);
}
