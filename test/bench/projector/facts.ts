import { riskFactType, type RiskFact } from '#contracts/risk/risk-facts';
import { CATALOGUE } from '#contracts/signals/catalogue';
import type { SignalType } from '#contracts/signals/define-signal';
import { RISK_SIGNALS } from '#contracts/topics';
import { toRecord } from '#messaging/codec';
import type { RecordBatch } from '#messaging/event-log';
import { uuidOf } from '#platform/event-id';
import { chanceFrom } from '../chance';

export const SUBJECTS = 100_000;
export const PER_TRANSACTION = 500;

type Signal = Extract<RiskFact, { kind: 'signal' }>;

/** What a signal of a type says, beside whom and when it is about. */
export type Kind = Pick<Signal, 'code' | 'channel' | 'group' | 'reporterKind' | 'status' | 'severity'>;

/** What a county sends most: petitions, notices, findings; one in fifty is grave. */
const KINDS: readonly Kind[] = [
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
];
const GRAVE: Kind = {
  code: 'org-audit-exit-finding',
  channel: 'organization',
  group: 'A-AUD',
  reporterKind: 'agency-finding',
  status: 'verified',
  severity: 4,
};

function kindOf({ code, channel, reporters, severities }: SignalType): Kind {
  const [reporterKind = 'unknown'] = reporters;
  const open = channel === 'public' || channel === 'media';
  return {
    code,
    channel,
    group: open ? channel : `A-${channel}`,
    reporterKind,
    status: open ? 'unverified' : 'verified',
    severity: severities[0] ?? 1,
  };
}

/** One of each type that the shipped policy scores. */
export const ALL_KINDS: readonly Kind[] = CATALOGUE.filter(({ effect }) => effect === 'scored').map(kindOf);
export const THREE_KINDS: readonly Kind[] = ALL_KINDS.filter(({ code }) =>
  ['public-hotline-complaint', 'superior-work-supervision-notice', 'org-audit-exit-finding'].includes(code),
);

export const subjectAt = (place: number): string => `cadre:${String(place).padStart(26, '0')}`;

/** A batch as the log would deliver it: 500 signals about random people, of the given kinds. */
export function batchAt(round: number, seed: number, kinds = KINDS): RecordBatch {
  const chance = chanceFrom(seed + round);
  const records = Array.from({ length: PER_TRANSACTION }, (_, at) => {
    const kind = chance() < 0.02 ? GRAVE : (kinds[Math.floor(chance() * kinds.length)] ?? GRAVE);
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
