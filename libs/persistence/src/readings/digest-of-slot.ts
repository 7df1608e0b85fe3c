import { createHash, type Hash } from 'node:crypto';
import type { Database } from '#persistence/database';
import type { Rows } from '#persistence/transaction';

/** What the log alone decides of a reading. */
export interface DecidedReading {
  readonly subject: string;
  readonly state: string;
  readonly e_milli: number;
  readonly p_milli: number;
  readonly level: number;
}

const PAGE = 2_000;

/** SHA-256 over subject, cells, E, P and level in subject order: two runs that read the same have the same digest. */
export class ReadingDigest {
  private readonly hash: Hash = createHash('sha256');

  add({ subject, state, e_milli: e, p_milli: p, level }: DecidedReading): void {
    this.hash.update(`${JSON.stringify([subject, state, e, p, level])}\n`);
  }

  /** In hex. */
  end(): string {
    return this.hash.digest('hex');
  }
}

/**
 * The rows of a slot in the order of the bytes of their subjects, page by page; asked inside a transaction.
 * @param columns beside those that the log decides
 */
export async function* pagesOfSlot<Row extends DecidedReading = DecidedReading>(
  rows: Rows,
  slot: 'a' | 'b',
  columns: readonly string[] = [],
): AsyncGenerator<readonly Row[], void> {
  const asked = ['subject', 'state', 'e_milli', 'p_milli', 'level', ...columns].join(', ');
  const cursor = `slot_${slot}`;
  await rows.query(
    `DECLARE ${cursor} NO SCROLL CURSOR FOR SELECT ${asked} FROM projector.reading WHERE slot = '${slot}' ORDER BY subject COLLATE "C"`,
  );
  for (;;) {
    const page = await rows.query<Row>(`FETCH ${PAGE} FROM ${cursor}`);
    if (page.length > 0) yield page;
    if (page.length < PAGE) break;
  }
  await rows.query(`CLOSE ${cursor}`);
}

export async function digestOfSlot(rows: Rows, slot: 'a' | 'b'): Promise<string> {
  const digest = new ReadingDigest();
  for await (const page of pagesOfSlot(rows, slot)) for (const row of page) digest.add(row);
  return digest.end();
}

/** Of what people read. */
export async function digestOfReadings(database: Database): Promise<string> {
  return database.readMoment(async (rows) => {
    const [live] = await rows.query<{ slot: 'a' | 'b' }>('SELECT console.live_slot() AS slot');
    return digestOfSlot(rows, live?.slot ?? 'a');
  });
}
