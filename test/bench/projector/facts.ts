import { riskFactType, type RiskFact } from '#contracts/risk/risk-facts';
import { RISK_SIGNALS } from '#contracts/topics';
import { toRecord } from '#messaging/codec';
import type { RecordBatch } from '#messaging/event-log';
import { uuidOf } from '#platform/event-id';
import { chanceFrom } from '../chance';

export const SUBJECTS = 100_000;
export const PER_TRANSACTION = 500;

/** What a county sends most: petitions, notices, findings; one in fifty is grave. */
const KINDS = [
  { code: 'public-hotline-complaint', channel: 'public', group: 'public', reporterKind: 'unknown', status: 'unverified', severity: 1 },
  {
    code: 'superior-work-supervision-notice',
    channel: 'superior',
    group: 'A-SUP',
    reporterKind: 'agency-finding',
    status: 'verified',
    severity: 1,
  },
  { code: 'public-accusation-anonymous', channel: 'public', group: 'public', reporterKind: 'anonymous', status: 'unverified', severity: 2 },
  { code: 'self-personal-matters-late', channel: 'self', group: 'A-ORG', reporterKind: 'agency-finding', status: 'verified', severity: 2 },
] as const;
const GRAVE = {
  code: 'org-audit-exit-finding',
  channel: 'organization',
  group: 'A-AUD',
  reporterKind: 'agency-finding',
  status: 'verified',
  severity: 4,
} as const;

export const subjectAt = (place: number): string => `cadre:${String(place).padStart(26, '0')}`;

/** A batch as the log would deliver it: 500 signals about random people. */
export function batchAt(round: number, seed: number): RecordBatch {
  const chance = chanceFrom(seed + round);
  const records = Array.from({ length: PER_TRANSACTION }, (_, at) => {
    const kind = chance() < 0.02 ? GRAVE : (KINDS[Math.floor(chance() * KINDS.length)] ?? GRAVE);
    const subject = subjectAt(Math.floor(chance() * SUBJECTS));
    const eventId = uuidOf('bench', String(seed), String(round), String(at));
    const fact: RiskFact = {
      kind: 'signal',
      subject,
      eventId,
      assignment: 1,
      ...kind,
      matter: `${kind.group}/M-${Math.floor(chance() * 3)}`,
      day: '2026-10-01',
      receivedOn: '2026-10-05',
      releasedOn: '2026-10-05',
    };
    const record = toRecord(subject, { id: eventId, type: riskFactType('signal'), source: '/liuqu/signal-resolver', data: fact });
    return { ...record, offset: round * PER_TRANSACTION + at };
  });
  return { topic: RISK_SIGNALS, partition: seed, group: 'risk-projector', records };
}
