import { Problem } from '#platform/http/problem';

/** Nobody knows whether the event was stored; the same event sent again counts once. */
export class OutcomeUnknown extends Problem {
  constructor(readonly receiptId: string) {
    super(503, 'unknown-outcome-retry-safely', '系统暂时无法确认是否已收妥，请稍后原样重发；重复发送不会重复登记。');
  }

  override toBody(): Record<string, unknown> {
    return { ...super.toBody(), receiptId: this.receiptId };
  }
}
