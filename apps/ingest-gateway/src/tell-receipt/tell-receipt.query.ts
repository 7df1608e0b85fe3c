import { Query } from '@nestjs/cqrs';

export type ReceiptState = 'pending' | 'accepted' | 'in-triage' | 'waiting' | 'refused' | 'resolved' | 'scored';

export interface Receipt {
  readonly id: string;
  readonly state: ReceiptState;
  readonly receivedOn: string;
}

/** What has become of an event of this agency; undefined when the agency has no such receipt. */
export class TellReceipt extends Query<Receipt | undefined> {
  constructor(
    readonly agency: string,
    readonly id: string,
  ) {
    super();
  }
}
