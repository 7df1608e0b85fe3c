import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { ReceiptAnswer, ReceiptState } from '#contracts/signals/receipt';
import { Database } from '#persistence/database';
import { type Course, sentenceOf } from './sentence-of';
import { TellReceipt } from './tell-receipt.query';

interface ReceiptRow {
  readonly state: 'pending' | 'accepted';
  readonly received_on: string;
}

interface ResolverRow {
  readonly state: string;
  readonly because: Course['because'] | null;
  readonly awaits: string | null;
  readonly awaited: 'not-received' | 'subject-not-known' | null;
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

  async execute({ agency, id }: TellReceipt): Promise<ReceiptAnswer | undefined> {
    const [row] = await this.database.query<ReceiptRow>(
      'SELECT state, received_on::text FROM gateway.receipt WHERE event_id = $1 AND agency = $2',
      [id, agency],
    );
    if (!row) return undefined;
    const course = (await this.beyondTheDoor(id)) ?? { state: row.state };
    return { id, ...course, receivedOn: row.received_on, detail: sentenceOf(course) };
  }

  /** Undefined while nobody behind the door knows the event, or cannot be asked. */
  private async beyondTheDoor(id: string): Promise<Course | undefined> {
    const folded = await this.look<{ counts: boolean }>('SELECT counts FROM projector.receipt_state WHERE event_id = $1', id);
    if (folded) return { state: folded.counts ? 'scored' : 'no-effect' };
    const row = await this.look<ResolverRow>('SELECT state, because, awaits, awaited FROM resolver.receipt_state WHERE event_id = $1', id);
    const state = STATE_AT_RESOLVER[row?.state ?? ''];
    return row && state && { state, ...detailsOf(row) };
  }

  private async look<Row>(sql: string, id: string): Promise<Row | undefined> {
    const rows = await this.database.query<Row>(sql, [id]).catch(() => []);
    return rows[0];
  }
}

function detailsOf({ because, awaits, awaited }: ResolverRow): Pick<Course, 'because' | 'waitsFor'> {
  return {
    ...(because === null ? {} : { because }),
    ...(awaits === null || awaited === null ? {} : { waitsFor: { receiptId: awaits, because: awaited } }),
  };
}
