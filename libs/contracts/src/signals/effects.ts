/** What a signal of a type may do to a reading (design: risk-model 1, 2). */
export const EFFECTS = ['scored', 'not-scored', 'mitigating', 'status-setting'] as const;

/**
 * Why a type never enters E: a measure or step of the procedure (it counts in floors and points), a duty of the organisation that
 * is an office task, frankness that is wanted, a message that reports no fault, or a type kept for its history alone.
 */
export const NOT_SCORED_REASONS = ['measure', 'office-task', 'frankness', 'no-fault', 'historical'] as const;
export type NotScoredReason = (typeof NOT_SCORED_REASONS)[number];
