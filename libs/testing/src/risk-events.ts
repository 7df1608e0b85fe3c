import { GATE_CORRECTED, type GateCorrected, LEVEL_CORRECTED, type LevelCorrected } from '#contracts/risk/risk-corrections';
import { GATE_PASSED, type GatePassed, LEVEL_RAISED, type LevelRaised } from '#contracts/risk/risk-events';
import { RISK_EVENTS } from '#contracts/topics';
import { toRecord } from '#messaging/codec';
import type { LogRecord, NewRecord, RecordBatch } from '#messaging/event-log';
import { uuidOf } from '#platform/event-id';
import { aReason } from '#testing/inquiries';

/** A cadre reached 函询 by one event; `cause` is any text. */
export function aLevelRaised({ cause = 'first', ...told }: Partial<LevelRaised> = {}): LevelRaised {
  const numbers = { from: 'watch', to: 'inquiry', day: '2026-10-02', e: 59_954, p: 65_000, policy: 'policy-1' } as const;
  return { subject: 'cadre:0001', cause: uuidOf('test', cause), ...numbers, ...told };
}

/** After the same event the gate is open, for a reason of matter A; `cause` is any text. */
export function aGatePassed({ cause = 'first', ...told }: Partial<GatePassed> = {}): GatePassed {
  return {
    subject: 'cadre:0001',
    cause: uuidOf('test', cause),
    causeMatter: 'A',
    causeRaisesStatus: false,
    heldBefore: false,
    level: 'inquiry',
    day: '2026-10-02',
    e: 59_954,
    p: 65_000,
    leadingMatter: 'A',
    reasons: [aReason({ eventId: uuidOf('test', cause) })],
    rest: { count: 0, part: 0 },
    matters: ['A'],
    recommended: { disposition: 'talk-or-inquiry', reasons: ['below-grave-class', 'key-elements-missing'] },
    policy: 'policy-1',
    ...told,
  };
}

/** As the projector's relay appends it. */
export function riskRecord(event: LevelRaised | GatePassed): NewRecord {
  const [type, kind] = 'heldBefore' in event ? [GATE_PASSED, 'gate-passed'] : [LEVEL_RAISED, 'level-raised'];
  return toRecord(event.subject, { id: uuidOf(kind, event.subject, event.cause), type, source: '/liuqu/risk-projector', data: event });
}

/** The alert of an edge is void since its signal was refuted, unless told otherwise; `cause` and `correctedBy` are any texts. */
export function aLevelCorrected({ cause = 'first', correctedBy = 'refuted', ...told }: Partial<LevelCorrected> = {}): LevelCorrected {
  const { from, to, day, e, p, policy } = aLevelRaised();
  const subject = told.subject ?? 'cadre:0001';
  return {
    subject,
    corrects: uuidOf('level-raised', subject, uuidOf('test', cause)),
    cause: uuidOf('test', cause),
    correctedBy: uuidOf('test', correctedBy),
    ground: 'refuted',
    day: '2026-10-09',
    said: { from, to, day, e, p },
    now: null,
    later: null,
    raises: false,
    policy,
    ...told,
  };
}

/** The signal by which a gate was passed is refuted, and the gate is shut; `cause` and `correctedBy` are any texts. */
export function aGateCorrected({ cause = 'first', correctedBy = 'refuted', ...told }: GateCorrectedTold = {}): GateCorrected {
  const eventId = uuidOf('test', cause);
  const { code, matter } = aReason();
  const judged = { statusWas: 'verified', statusIs: 'refuted', gradeWas: 'A', gradeIs: 'A', leftPercent: 0 };
  return {
    subject: 'cadre:0001',
    correctedBy: uuidOf('test', correctedBy),
    ground: 'refuted',
    day: '2026-10-09',
    policy: 'policy-1',
    level: 'none',
    e: 0,
    p: 0,
    holds: false,
    fallen: [eventId],
    lowered: [{ eventId, code, channel: 'organization', matter, ...judged }],
    ...told,
  };
}

type GateCorrectedTold = Partial<GateCorrected> & { readonly cause?: string };

/** As the projector's relay appends it. */
export function correctionRecord(event: LevelCorrected | GateCorrected): NewRecord {
  const { subject, correctedBy } = event;
  const [type, id] =
    'corrects' in event
      ? [LEVEL_CORRECTED, uuidOf('level-corrected', subject, event.cause, correctedBy)]
      : [GATE_CORRECTED, uuidOf('gate-corrected', subject, correctedBy)];
  return toRecord(subject, { id, type, source: '/liuqu/risk-projector', data: event });
}

/** A batch of one partition of `risk.events.v1` as the log would deliver it to a group. */
export function riskBatch(group: string, records: readonly NewRecord[], firstOffset = 0): RecordBatch {
  const at = (record: NewRecord, place: number): LogRecord => ({ ...record, offset: firstOffset + place });
  return { topic: RISK_EVENTS, partition: 0, group, records: records.map(at) };
}
