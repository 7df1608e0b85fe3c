import { riskFact, type RiskFact } from '#contracts/risk/risk-facts';
import { fromRecord, Undecodable } from '#messaging/codec';
import type { LogRecord, RecordBatch } from '#messaging/event-log';
import { readBatch, type UnreadRecord } from '#messaging/read-batch';

export interface DecodedFact {
  readonly offset: number;
  readonly fact: RiskFact;
}

export interface Decoded {
  readonly facts: readonly DecodedFact[];
  readonly undecoded: readonly UnreadRecord[];
}

function factOf(record: LogRecord): RiskFact {
  const parsed = riskFact.safeParse(fromRecord(record).data);
  if (!parsed.success) throw new Undecodable(`not-a-fact at /${parsed.error.issues[0]?.path.join('/') ?? ''}`);
  if (parsed.data.subject !== record.key) throw new Undecodable('key-is-not-the-subject');
  return parsed.data;
}

/** Sorts a batch into facts and what cannot be read, each in log order. */
export function decodeFacts(batch: RecordBatch): Decoded {
  const { read, unread } = readBatch(batch, factOf);
  return { facts: read.map(({ offset, content }) => ({ offset, fact: content })), undecoded: unread };
}
