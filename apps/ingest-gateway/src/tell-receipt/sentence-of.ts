import { type ReceiptAnswer, REFUSAL_LABELS, type ReceiptState } from '#contracts/signals/receipt';

/** What the apps behind the door, or the door itself, say of an event. */
export type Course = Pick<ReceiptAnswer, 'state' | 'because' | 'waitsFor'>;

const SENTENCES: Readonly<Record<Exclude<ReceiptState, 'refused' | 'waiting'>, string>> = {
  pending: '已收到，尚未确认写入；可用相同内容重发。',
  accepted: '已接收，等待确定反映对象。',
  'in-triage': '已接收，反映对象需人工核对。',
  resolved: '已确定反映对象，等待计算。',
  scored: '已确定反映对象，并已计入。',
  'no-effect': '已确定反映对象；此类来件只作记录，不计分。',
};

/** The state in one sentence for a clerk of the agency; it names nobody. */
export function sentenceOf({ state, because, waitsFor }: Course): string {
  switch (state) {
    case 'refused':
      return `未予采用：${REFUSAL_LABELS[because ?? 'other']}。`;
    case 'waiting':
      return waitsFor?.because === 'subject-not-known'
        ? '等待中：所指的来件已收到，其反映对象尚待人工核对，确定后自动生效。'
        : '等待中：所指的来件尚未收到，收到后自动生效；请核对所填的来源和编号。';
    default:
      return SENTENCES[state];
  }
}
