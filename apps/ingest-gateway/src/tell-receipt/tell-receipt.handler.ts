import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { Database } from '#persistence/database';
import { type Receipt, type ReceiptState, TellReceipt } from './tell-receipt.query';

interface ReceiptRow {
  readonly state: 'pending' | 'accepted';
  readonly received_on: string;
}

const STATE_AT_RESOLVER: Readonly<Record<string, ReceiptState>> = {
  resolved: 'resolved',
  triage: 'in-triage',
  waiting: 'waiting',
  refused: 'refused',
};

/** Reads the door's own receipt, and how far the event came from the views of the apps behind it. */
@QueryHandler(TellReceipt)
export class TellReceiptHandler implements IQueryHandler<TellReceipt> {
  constructor(private readonly database: Database) {}

  async execute({ agency, id }: TellReceipt): Promise<Receipt | undefined> {
    const [row] = await this.database.query<ReceiptRow>(
      'SELECT state, received_on::text FROM gateway.receipt WHERE event_id = $1 AND agency = $2',
      [id, agency],
    );
    return row && { id, state: (await this.beyondTheDoor(id)) ?? row.state, receivedOn: row.received_on };
  }

  /** Undefined while nobody behind the door knows the event, or cannot be asked. */
  private async beyondTheDoor(id: string): Promise<ReceiptState | undefined> {
    const scored = await this.look('SELECT event_id FROM projector.receipt_state WHERE event_id = $1', id);
    if (scored) return 'scored';
    const resolved = await this.look('SELECT state FROM resolver.receipt_state WHERE event_id = $1', id);
    return STATE_AT_RESOLVER[resolved?.state ?? ''];
  }

  private async look(sql: string, id: string): Promise<{ readonly state?: string } | undefined> {
    const rows = await this.database.query<{ readonly state?: string }>(sql, [id]).catch(() => []);
    return rows[0];
  }
}
