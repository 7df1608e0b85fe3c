import type { RiskFact } from '#contracts/risk/risk-facts';
import { riskFactType } from '#contracts/risk/risk-facts';
import { RISK_SIGNALS } from '#contracts/topics';
import { toRecord } from '#messaging/codec';
import type { RecordBatch } from '#messaging/event-log';
import { uuidOf } from '#platform/event-id';

type SignalFact = Extract<RiskFact, { kind: 'signal' }>;

/** A verified audit finding of class 4, unless told otherwise; `id` is any text. */
export function aSignalFact({ id, ...told }: { id: string } & Partial<SignalFact>): SignalFact {
  return {
    kind: 'signal',
    subject: 'cadre:0001',
    eventId: uuidOf('test', id),
    assignment: 1,
    code: 'org-audit-exit-finding',
    channel: 'organization',
    group: 'A-AUD',
    matter: 'A-AUD/M-1',
    severity: 4,
    reporterKind: 'agency-finding',
    status: 'verified',
    day: '2026-10-01',
    receivedOn: '2026-10-02',
    releasedOn: '2026-10-02',
    ...told,
  };
}

/** A batch of one partition of `risk.signals.v1` as the log would deliver it. */
export function aBatchOf(facts: readonly RiskFact[], firstOffset = 0, group = 'risk-projector'): RecordBatch {
  const records = facts.map((fact, at) => ({
    ...toRecord(fact.subject, { id: fact.eventId, type: riskFactType(fact.kind), source: '/liuqu/signal-resolver', data: fact }),
    offset: firstOffset + at,
  }));
  return { topic: RISK_SIGNALS, partition: 0, group, records };
}
