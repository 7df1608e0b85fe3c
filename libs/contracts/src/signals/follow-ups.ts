import { z } from 'zod';
import { dayText } from '#contracts/cloud-events/day-text';
import { eventReference, GRADES, STATUSES, subjectAmong } from '#contracts/signals/common';

/** What an agency may say later about a signal, and what the organization department says about posts. */
export const SIGNAL_STATUS_CHANGED = 'liuqu.signal-status.changed.v1';
export const SIGNAL_WITHDRAWN = 'liuqu.signal.withdrawn.v1';
export const POST_HELD = 'liuqu.post.held.v1';
export const POST_LEFT = 'liuqu.post.left.v1';

/** A new status or grade of any agency's signal; which statuses an agency may send stands in its entry (design: risk-model 2). */
export const signalStatusChanged = z
  .strictObject({
    of: eventReference,
    status: z.enum(STATUSES).optional(),
    grade: z.enum(GRADES).optional(),
    decidedOn: dayText,
    reason: z.string().trim().min(1).max(200).optional(),
  })
  .refine((change) => change.status !== undefined || change.grade !== undefined, { path: ['status'], error: 'status-or-grade-needed' });

/** The sender takes back an event of its own source: afterwards it is as if it had never come. */
export const signalWithdrawn = z.strictObject({
  id: z.string().min(1).max(128),
  reason: z.string().trim().min(1).max(200),
});

/** Posts are held by people. */
const holder = subjectAmong(['person']);

export const postHeld = z.strictObject({ subject: holder, postCode: z.string().min(1).max(32), from: dayText });
export const postLeft = z.strictObject({ subject: holder, postCode: z.string().min(1).max(32), on: dayText });

export const FOLLOW_UPS: Readonly<Record<string, z.ZodType>> = {
  [SIGNAL_STATUS_CHANGED]: signalStatusChanged,
  [SIGNAL_WITHDRAWN]: signalWithdrawn,
  [POST_HELD]: postHeld,
  [POST_LEFT]: postLeft,
};

export const FOLLOW_UP_LABELS: Readonly<Record<string, string>> = {
  [SIGNAL_STATUS_CHANGED]: '核查状态或来源等级变更',
  [SIGNAL_WITHDRAWN]: '信号撤回',
  [POST_HELD]: '任职',
  [POST_LEFT]: '离任',
};
