import { LEVEL_RAISED, levelRaised, type LevelRaised } from '#contracts/risk/risk-events';
import { fromRecord, Undecodable } from '#messaging/codec';
import type { LogRecord, RecordBatch } from '#messaging/event-log';

export interface UnreadRecord {
  readonly record: LogRecord;
  readonly reason: string;
}

export interface LevelsRaised {
  readonly raised: readonly LevelRaised[];
  readonly unread: readonly UnreadRecord[];
}

/** Sorts a batch into upward edges and what cannot be read, each in log order. Other types on the topic are for others. */
export function readLevelRaised(batch: RecordBatch): LevelsRaised {
  const raised: LevelRaised[] = [];
  const unread: UnreadRecord[] = [];
  for (const record of batch.records) {
    try {
      const { type, data } = fromRecord(record);
      if (type === LEVEL_RAISED) raised.push(edgeOf(record, data));
    } catch (error) {
      if (!(error instanceof Undecodable)) throw error;
      unread.push({ record, reason: error.message });
    }
  }
  return { raised, unread };
}

function edgeOf(record: LogRecord, data: unknown): LevelRaised {
  const parsed = levelRaised.safeParse(data);
  if (!parsed.success) throw new Undecodable(`does not fit its contract at /${parsed.error.issues[0]?.path.join('/') ?? ''}`);
  if (parsed.data.subject !== record.key) throw new Undecodable('the key is not the subject');
  return parsed.data;
}
