import { z } from 'zod';
import { dayText } from '#contracts/cloud-events/day-text';

/** How far an event has come. What is `no-effect` is kept and shown, and counts for nothing. */
export const RECEIPT_STATES = ['pending', 'accepted', 'in-triage', 'waiting', 'refused', 'resolved', 'scored', 'no-effect'] as const;
export type ReceiptState = (typeof RECEIPT_STATES)[number];

/** Why an event takes no effect. The first are what a clerk may say, the others follow by themselves. */
export const CLERKS_REFUSALS = ['not-identifiable', 'not-accepted', 'duplicate', 'other'] as const;
export const REFUSALS = [
  ...CLERKS_REFUSALS,
  'managed-higher',
  'out-of-range',
  'withdrawn-by-its-source',
  'corrected-by-its-source',
  'its-signal-not-taken',
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** What an event waits for: one that has not come, or one whose subject is not known yet. */
export const AWAITED = ['not-received', 'subject-not-known'] as const;

/** For the sender: never whom the event was matched with, nor what a clerk wrote. */
export const REFUSAL_LABELS: Readonly<Record<Refusal, string>> = {
  'not-identifiable': '无法确定反映对象',
  'not-accepted': '不属于受理范围',
  duplicate: '与已有来件重复',
  other: '经人工核对不予采用',
  'managed-higher': '反映对象不属于本级管理，不予录入',
  'out-of-range': '反映对象不在来源单位的报送范围内，内容未保存',
  'withdrawn-by-its-source': '来源单位已撤回',
  'corrected-by-its-source': '来源单位已更正，以更正后的来件为准',
  'its-signal-not-taken': '所指的来件未被采用',
};

/** GET /api/v1/receipts/{id}, by the agency that sent the event. */
export const receiptAnswer = z.strictObject({
  id: z.guid(),
  state: z.enum(RECEIPT_STATES),
  receivedOn: dayText,
  detail: z.string().describe('The state in one sentence.'),
  because: z.enum(REFUSALS).optional().describe('Of what is refused.'),
  waitsFor: z
    .strictObject({ receiptId: z.guid().describe('Of the event that this one names.'), because: z.enum(AWAITED) })
    .optional()
    .describe('Of what waits.'),
});
export type ReceiptAnswer = z.infer<typeof receiptAnswer>;
