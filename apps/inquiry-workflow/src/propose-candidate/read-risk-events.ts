import {
  GATE_CORRECTED,
  gateCorrected,
  type GateCorrected,
  LEVEL_CORRECTED,
  levelCorrected,
  type LevelCorrected,
} from '#contracts/risk/risk-corrections';
import { GATE_PASSED, gatePassed, type GatePassed, LEVEL_RAISED, levelRaised, type LevelRaised } from '#contracts/risk/risk-events';
import { fromRecord } from '#messaging/codec';
import type { LogRecord, RecordBatch } from '#messaging/event-log';
import { readBatch, subjectDataOf, type UnreadRecord } from '#messaging/read-batch';

export type RiskEvent =
  | { readonly kind: 'raised'; readonly event: LevelRaised }
  | { readonly kind: 'level-corrected'; readonly event: LevelCorrected }
  | { readonly kind: 'passed'; readonly event: GatePassed }
  | { readonly kind: 'gate-corrected'; readonly event: GateCorrected };

export interface RiskEvents {
  readonly heard: readonly RiskEvent[];
  readonly unread: readonly UnreadRecord[];
}

/** Sorts a batch into what is heard here and what cannot be read, each in log order. Other types on the topic are for others. */
export function readRiskEvents(batch: RecordBatch): RiskEvents {
  const { read, unread } = readBatch(batch, riskEventOf);
  return { heard: read.map(({ content }) => content), unread };
}

function riskEventOf(record: LogRecord): RiskEvent | undefined {
  const { type, data } = fromRecord(record);
  switch (type) {
    case LEVEL_RAISED:
      return { kind: 'raised', event: subjectDataOf(record, levelRaised, data) };
    case LEVEL_CORRECTED:
      return { kind: 'level-corrected', event: subjectDataOf(record, levelCorrected, data) };
    case GATE_PASSED:
      return { kind: 'passed', event: subjectDataOf(record, gatePassed, data) };
    case GATE_CORRECTED:
      return { kind: 'gate-corrected', event: subjectDataOf(record, gateCorrected, data) };
    default:
      return undefined;
  }
}
