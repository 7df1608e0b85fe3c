import { z } from 'zod';
import { dayText } from '#contracts/cloud-events/day-text';
import { eventReference, GRADES, STATUSES, subjectAmong } from '#contracts/signals/common';
import { withheld } from '#contracts/signals/withheld-fields';

/** What an agency may say later about a signal, and what the organization department says about posts. */
export const SIGNAL_STATUS_CHANGED = 'liuqu.signal-status.changed.v1';
export const SIGNAL_WITHDRAWN = 'liuqu.signal.withdrawn.v1';
export const POST_HELD = 'liuqu.post.held.v1';
export const POST_LEFT = 'liuqu.post.left.v1';

/** Why something is said later about a signal; it may repeat what a petitioner wrote, whoever says it. */
const reason = z.string().trim().min(1).max(200);

const statusChangedFor = <T extends z.ZodType>(why: T) =>
  z
    .strictObject({
      of: eventReference,
      status: z.enum(STATUSES).optional(),
      grade: z.enum(GRADES).optional(),
      decidedOn: dayText,
      reason: why,
    })
    .refine((change) => change.status !== undefined || change.grade !== undefined, {
      path: ['status'],
      error: 'status-or-grade-needed',
    });

const withdrawnFor = <T extends z.ZodType>(why: T) => z.strictObject({ id: z.string().min(1).max(128), reason: why });

/** A new status or grade of any agency's signal; which statuses an agency may send stands in its entry (design: risk-model 2). */
export const signalStatusChanged = statusChangedFor(reason.optional());

/** The sender takes back an event of its own source: afterwards it is as if it had never come. */
export const signalWithdrawn = withdrawnFor(reason);

/** The same behind the door, which withholds reasons. */
export const signalStatusChangedInside = statusChangedFor(withheld.optional());
export const signalWithdrawnInside = withdrawnFor(withheld);

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

export const FOLLOW_UPS_INSIDE: typeof FOLLOW_UPS = {
  ...FOLLOW_UPS,
  [SIGNAL_STATUS_CHANGED]: signalStatusChangedInside,
  [SIGNAL_WITHDRAWN]: signalWithdrawnInside,
};

/** By type, the texts of its data that the door withholds. */
export const WITHHELD_OF_FOLLOW_UPS: Readonly<Record<string, readonly string[]>> = {
  [SIGNAL_STATUS_CHANGED]: ['reason'],
  [SIGNAL_WITHDRAWN]: ['reason'],
};

export const FOLLOW_UP_LABELS: Readonly<Record<string, string>> = {
  [SIGNAL_STATUS_CHANGED]: '核查状态或来源等级变更',
  [SIGNAL_WITHDRAWN]: '信号撤回',
  [POST_HELD]: '任职',
  [POST_LEFT]: '离任',
};
