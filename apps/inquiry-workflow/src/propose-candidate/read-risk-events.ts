import type { z } from 'zod';
import { GATE_PASSED, gatePassed, type GatePassed, LEVEL_RAISED, levelRaised, type LevelRaised } from '#contracts/risk/risk-events';
import { fromRecord, Undecodable } from '#messaging/codec';
import type { LogRecord, RecordBatch } from '#messaging/event-log';

export interface UnreadRecord {
  readonly record: LogRecord;
  readonly reason: string;
}

export interface RiskEvents {
  readonly raised: readonly LevelRaised[];
  readonly passed: readonly GatePassed[];
  readonly unread: readonly UnreadRecord[];
}

/** Sorts a batch into what is heard here and what cannot be read, each in log order. Other types on the topic are for others. */
export function readRiskEvents(batch: RecordBatch): RiskEvents {
  const events = { raised: new Array<LevelRaised>(), passed: new Array<GatePassed>(), unread: new Array<UnreadRecord>() };
  for (const record of batch.records) {
    try {
      const { type, data } = fromRecord(record);
      if (type === LEVEL_RAISED) events.raised.push(dataOf(record, levelRaised, data));
      if (type === GATE_PASSED) events.passed.push(dataOf(record, gatePassed, data));
    } catch (error) {
      if (!(error instanceof Undecodable)) throw error;
      events.unread.push({ record, reason: error.message });
    }
  }
  return events;
}

function dataOf<T extends { readonly subject: string }>(record: LogRecord, schema: z.ZodType<T>, data: unknown): T {
  const parsed = schema.safeParse(data);
  if (!parsed.success) throw new Undecodable(`does not fit its contract at /${parsed.error.issues[0]?.path.join('/') ?? ''}`);
  if (parsed.data.subject !== record.key) throw new Undecodable('the key is not the subject');
  return parsed.data;
}
