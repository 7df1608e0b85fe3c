import { LEVEL_RAISED, levelRaised, type LevelRaised } from '#contracts/risk/risk-events';
import { fromRecord } from '#messaging/codec';
import type { LogRecord, RecordBatch } from '#messaging/event-log';
import { readBatch, subjectDataOf, type UnreadRecord } from '#messaging/read-batch';

export interface LevelsRaised {
  readonly raised: readonly LevelRaised[];
  readonly unread: readonly UnreadRecord[];
}

/** Sorts a batch into upward edges and what cannot be read, each in log order. Other types on the topic are for others. */
export function readLevelRaised(batch: RecordBatch): LevelsRaised {
  const { read, unread } = readBatch(batch, edgeOf);
  return { raised: read.map(({ content }) => content), unread };
}

function edgeOf(record: LogRecord): LevelRaised | undefined {
  const { type, data } = fromRecord(record);
  return type === LEVEL_RAISED ? subjectDataOf(record, levelRaised, data) : undefined;
}
