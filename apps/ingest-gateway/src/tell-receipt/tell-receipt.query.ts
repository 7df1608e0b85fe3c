import { Query } from '@nestjs/cqrs';
import type { ReceiptAnswer } from '#contracts/signals/receipt';

/** What has become of an event of this agency; undefined when the agency has no such receipt. */
export class TellReceipt extends Query<ReceiptAnswer | undefined> {
  constructor(
    readonly agency: string,
    readonly id: string,
  ) {
    super();
  }
}
