import { LEVEL_CORRECTED, levelCorrected, type LevelCorrected } from '#contracts/risk/risk-corrections';
import { LEVEL_RAISED, levelRaised, type LevelRaised } from '#contracts/risk/risk-events';
import { fromRecord } from '#messaging/codec';
import type { LogRecord, RecordBatch } from '#messaging/event-log';
import { readBatch, subjectDataOf, type UnreadRecord } from '#messaging/read-batch';

export type HeardEdge =
  { readonly kind: 'raised'; readonly event: LevelRaised } | { readonly kind: 'corrected'; readonly event: LevelCorrected };

export interface HeardEdges {
  readonly heard: readonly HeardEdge[];
  readonly unread: readonly UnreadRecord[];
}

/** Sorts a batch into upward edges, their corrections and what cannot be read, each in log order. Other types on the topic are for others. */
export function readEdges(batch: RecordBatch): HeardEdges {
  const { read, unread } = readBatch(batch, edgeOf);
  return { heard: read.map(({ content }) => content), unread };
}

function edgeOf(record: LogRecord): HeardEdge | undefined {
  const { type, data } = fromRecord(record);
  if (type === LEVEL_RAISED) return { kind: 'raised', event: subjectDataOf(record, levelRaised, data) };
  if (type === LEVEL_CORRECTED) return { kind: 'corrected', event: subjectDataOf(record, levelCorrected, data) };
  return undefined;
}
