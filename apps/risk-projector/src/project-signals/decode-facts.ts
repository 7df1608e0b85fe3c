import { riskFact, type RiskFact } from '#contracts/risk/risk-facts';
import { fromRecord, Undecodable } from '#messaging/codec';
import type { LogRecord, RecordBatch } from '#messaging/event-log';

export interface DecodedFact {
  readonly offset: number;
  readonly fact: RiskFact;
}

export interface UndecodedRecord {
  readonly record: LogRecord;
  readonly reason: string;
}

export interface Decoded {
  readonly facts: readonly DecodedFact[];
  readonly undecoded: readonly UndecodedRecord[];
}

function factOf(record: LogRecord): RiskFact {
  const parsed = riskFact.safeParse(fromRecord(record).data);
  if (!parsed.success) throw new Undecodable(`not-a-fact at /${parsed.error.issues[0]?.path.join('/') ?? ''}`);
  if (parsed.data.subject !== record.key) throw new Undecodable('key-is-not-the-subject');
  return parsed.data;
}

/** Sorts a batch into facts and what cannot be read, each in log order. */
export function decodeFacts(batch: RecordBatch): Decoded {
  const facts: DecodedFact[] = [];
  const undecoded: UndecodedRecord[] = [];
  for (const record of batch.records) {
    try {
      facts.push({ offset: record.offset, fact: factOf(record) });
    } catch (error) {
      if (!(error instanceof Undecodable)) throw error;
      undecoded.push({ record, reason: error.message });
    }
  }
  return { facts, undecoded };
}
