import type { ExplainedEvent } from '../contracts';

/** How much of a signal is left of what it was worth when fresh: whole percent, cut like the points. */
export const percentLeft = ({ fresh, decayed }: Pick<ExplainedEvent, 'fresh' | 'decayed'>): number =>
  fresh === 0 ? 0 : Math.floor((decayed * 100) / fresh);
