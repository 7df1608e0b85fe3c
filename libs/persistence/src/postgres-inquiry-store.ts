import { dayOf } from '#domain/calendar/day';
import { evolveInquiry } from '#domain/inquiry/evolve-inquiry';
import { type Inquiry, type InquiryEvent, InquiryRuleBroken, NOT_PROPOSED } from '#domain/inquiry/inquiry';
import { type Changed, type DueCandidate, InquiryStore } from '#domain/inquiry/inquiry-store';
import { keepCandidate } from '#persistence/candidate-row';
import { DatabaseFault } from '#persistence/database-fault';
import { appendToStream, type EventStreams, takeStream } from '#persistence/event-stream';
import { announcementOf, overdueAnnouncement } from '#persistence/inquiry-announcements';
import type { Transaction } from '#persistence/transaction';

/** Whose outbox the announcements of this store go into. */
export const INQUIRY_WRITER = 'inquiry-workflow';
const PAGE = 500;
const OPEN = `state IN ('held', 'proposed', 'dismissal-asked') AND overdue_noted_at IS NULL`;

const INQUIRIES: EventStreams = { table: 'workflow.inquiry_event', key: 'cadre_id', lock: 'inquiry' };

/** What begins transactions: the database, or one that is already running. */
interface Transactions {
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
}

interface OverdueRow {
  readonly id: string;
  readonly cadre_id: string;
  readonly due_on: string;
}

/** Streams in `workflow.inquiry_event`, the latest candidate of each beside them; days are judged by the database clock. */
export class PostgresInquiryStore extends InquiryStore {
  constructor(private readonly transactions: Transactions) {
    super();
  }

  /** The same store inside a transaction that somebody else commits, for instance with the offset of what caused the change. */
  static within(tx: Transaction): PostgresInquiryStore {
    return new PostgresInquiryStore({ transaction: async (work) => work(tx) });
  }

  override async change(cadreId: string, decide: (inquiry: Inquiry) => InquiryEvent[]): Promise<Changed> {
    try {
      return await this.transactions.transaction(async (tx) => changeStream(tx, cadreId, decide));
    } catch (error) {
      if (isClueNumberTaken(error)) throw new InquiryRuleBroken('clue-number-in-use');
      throw error;
    }
  }

  override async cadreOf(candidateId: string): Promise<string | undefined> {
    return this.transactions.transaction(async (tx) => {
      const rows = await tx.query<{ cadre_id: string }>('SELECT cadre_id FROM workflow.candidate WHERE id = $1', [candidateId]);
      return rows[0]?.cadre_id;
    });
  }

  override async noteOverdue(candidateId?: string): Promise<readonly string[]> {
    const noted: string[] = [];
    for (;;) {
      const page = await this.transactions.transaction(async (tx) => notePage(tx, candidateId));
      noted.push(...page);
      if (page.length < PAGE) return noted;
    }
  }

  override async dueSoon(): Promise<readonly DueCandidate[]> {
    return this.transactions.transaction(async (tx) => {
      // A last day ends within 24 hours exactly while it is today.
      const rows = await tx.query<{ id: string; version: number; due_on: string }>(
        `SELECT id, version, due_on::text FROM workflow.candidate
          WHERE ${OPEN} AND due_on <= (now() AT TIME ZONE 'Asia/Shanghai')::date
          ORDER BY due_on, id`,
      );
      return rows.map((row) => ({ candidateId: row.id, version: row.version, dueOn: dayOf(row.due_on) }));
    });
  }
}

async function changeStream(tx: Transaction, cadreId: string, decide: (inquiry: Inquiry) => InquiryEvent[]): Promise<Changed> {
  const stream = await takeStream<InquiryEvent>(tx, INQUIRIES, cadreId);
  const before = stream.reduce(evolveInquiry, NOT_PROPOSED);
  const events = decide(before);
  if (events.length === 0) return { inquiry: before, version: stream.length, events };
  const inquiry = events.reduce(evolveInquiry, before);
  const version = stream.length + events.length;
  await appendToStream(tx, INQUIRIES, { name: cadreId, length: stream.length }, events);
  if (inquiry.status !== 'not-proposed') {
    await keepCandidate(tx, cadreId, version, inquiry);
    await tx.announce(INQUIRY_WRITER, announcementsOf(cadreId, inquiry.candidate.id, events));
  }
  return { inquiry, version, events };
}

function announcementsOf(cadreId: string, candidateId: string, events: readonly InquiryEvent[]) {
  return events.flatMap((event) => announcementOf(cadreId, candidateId, event) ?? []);
}

/** Re-checks with the database clock in the statement that marks, so early, late and repeated callers do no harm (reliability 4.5). */
async function notePage(tx: Transaction, candidateId: string | undefined): Promise<string[]> {
  const rows = await tx.query<OverdueRow>(
    `UPDATE workflow.candidate SET overdue_noted_at = now()
      WHERE id IN (SELECT id FROM workflow.candidate
                    WHERE ${OPEN} AND due_on < (now() AT TIME ZONE 'Asia/Shanghai')::date AND ($1::uuid IS NULL OR id = $1)
                    ORDER BY due_on, id LIMIT ${PAGE} FOR UPDATE SKIP LOCKED)
      RETURNING id, cadre_id, due_on::text`,
    [candidateId ?? null],
  );
  await tx.announce(
    INQUIRY_WRITER,
    rows.map((row) => overdueAnnouncement(row.cadre_id, row.id, dayOf(row.due_on))),
  );
  return rows.map((row) => row.id);
}

function isClueNumberTaken(error: unknown): boolean {
  return error instanceof DatabaseFault && error.constraint === 'candidate_clue_number_key';
}
