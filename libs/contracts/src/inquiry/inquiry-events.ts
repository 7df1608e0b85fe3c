import { z } from 'zod';
import { dayText } from '#contracts/cloud-events/day-text';

/** What the workflow tells others on `inquiry.events.v1`, keyed by the subject. */
export const CANDIDATE_PROPOSED = 'liuqu.inquiry.candidate-proposed.v1';
export const candidateProposed = z.strictObject({ candidateId: z.guid(), subject: z.string(), proposedOn: dayText, dueOn: dayText });

export const CANDIDATE_DISMISSED = 'liuqu.inquiry.candidate-dismissed.v1';
export const candidateDismissed = z.strictObject({ candidateId: z.guid(), subject: z.string(), dismissedOn: dayText });

export const CANDIDATE_TAKEN = 'liuqu.inquiry.candidate-taken.v1';
export const candidateTaken = z.strictObject({ candidateId: z.guid(), subject: z.string(), takenOn: dayText, clueNumber: z.string() });

export const CANDIDATE_WITHDRAWN = 'liuqu.inquiry.candidate-withdrawn.v1';
export const candidateWithdrawn = z.strictObject({ candidateId: z.guid(), subject: z.string(), withdrawnOn: dayText });

export const CANDIDATE_OVERDUE = 'liuqu.inquiry.candidate-overdue.v1';
export const candidateOverdue = z.strictObject({ candidateId: z.guid(), subject: z.string(), dueOn: dayText });
