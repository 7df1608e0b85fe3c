import type { CandidateState, LevelName } from '../contracts';

/** In the order in which a candidate passes through them. */
export const CANDIDATE_STATES: readonly CandidateState[] = ['held', 'proposed', 'dismissal-asked', 'dismissed', 'taken', 'withdrawn'];

/** Of whose basis something fell away, or whose decision waits for a look because of it. */
export const BASES = ['changed', 'to-review'] as const;

/** Asks for what is not decided. */
export const OPEN = 'open';

/** Beyond the limit of a day: to be let go by a person first. */
export const HELD: CandidateState = 'held';

export const FILTERED_STATES: readonly string[] = [OPEN, ...CANDIDATE_STATES];

export const isOpen = (state: CandidateState): boolean => state === 'held' || state === 'proposed' || state === 'dismissal-asked';

/** From 函询 on there are candidates. */
export const CANDIDATE_LEVELS: readonly LevelName[] = ['inquiry', 'priority'];
