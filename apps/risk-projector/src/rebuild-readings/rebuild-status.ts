import { Injectable } from '@nestjs/common';
import { certificateFindings, type RebuildAnswer } from '#contracts/console/rebuild';
import { RISK_SIGNALS } from '#contracts/topics';
import { CERTIFICATE_HOLDS_SECONDS } from '#domain/rebuild/decide-rebuild';
import type { SlotName, SlotState } from '#domain/rebuild/slots';
import { Database } from '#persistence/database';
import type { Rows } from '#persistence/transaction';
import { newestCertificate } from '../reading-slots/certificates';
import { LIVE_GROUP } from '../reading-slots/slot-parts';

type SlotAnswer = RebuildAnswer['live'];
type Named = NonNullable<SlotAnswer['policy']>;

interface SlotRow {
  readonly slot: SlotName;
  readonly state: SlotState;
  readonly policy: string | null;
  readonly started_by: string | null;
  readonly started_at: Date | null;
  readonly filled_at: Date | null;
  readonly fault: string | null;
  readonly certificate_asked_by: string | null;
  readonly read: number;
  readonly to_read: number;
  readonly behind: number;
  readonly seconds: number | null;
}

interface SwitchRow {
  readonly id: string;
  readonly kind: 'switch' | 'back';
  readonly at: Date;
  readonly by: string;
  readonly reason: string;
  readonly from_policy: string;
  readonly to_policy: string;
}

const MOST_SWITCHES = 20;

const SLOTS = `
  SELECT slot.slot, slot.state, slot.policy, slot.started_by, slot.started_at, slot.filled_at, slot.fault, slot.certificate_asked_by,
         coalesce(sum(part.read), 0)::float8 AS read, coalesce(sum(part.target * part.passes), 0)::float8 AS to_read,
         coalesce(sum(greatest(0, live.next_offset - part.next_offset)), 0)::float8 AS behind,
         extract(epoch FROM now() - slot.started_at)::float8 AS seconds
    FROM projector.slot
    LEFT JOIN projector.slot_part part ON part.slot = slot.slot
    LEFT JOIN log.consumer_offset live ON live.consumer_group = $1 AND live.topic = $2 AND live.part = part.part
   GROUP BY slot.slot ORDER BY slot.slot`;

/** How the two slots stand, read as the owner of the tables: numbers of the whole installation. */
@Injectable()
export class RebuildStatus {
  constructor(private readonly database: Database) {}

  async tell(): Promise<RebuildAnswer> {
    return this.database.readMoment(async (rows) => {
      const found = await rows.query<SlotRow>(SLOTS, [LIVE_GROUP, RISK_SIGNALS]);
      const [live, other] = [found.find(({ state }) => state === 'live'), found.find(({ state }) => state !== 'live')];
      if (!live || !other) throw new RangeError('two slots are there, one of them live');
      const policies = await namedPolicies(rows);
      const names = namesOf(policies);
      const [now] = await rows.query<{ at: Date; reviews: number }>(
        `SELECT now() AS at, count(*)::int AS reviews FROM projector.policy_review WHERE state = 'open'`,
      );
      return {
        at: now?.at.toISOString() ?? '',
        live: slotAnswer(live, names),
        other: slotAnswer(other, names),
        certificate: await certificateOf(rows, names),
        switches: await switchesOf(rows, names),
        openReviews: now?.reviews ?? 0,
        policies,
      };
    });
  }
}

type Names = (hash: string) => Named;

/** Those that were approved, by name. */
async function namedPolicies(rows: Rows): Promise<Named[]> {
  return rows.query<Named>(
    `SELECT hash, name FROM projector.policy WHERE kind = 'odds' AND state IN ('approved', 'live', 'retired') ORDER BY name`,
  );
}

function namesOf(policies: readonly Named[]): Names {
  const names = new Map(policies.map(({ hash, name }) => [hash, name]));
  return (hash) => ({ hash, name: names.get(hash) ?? '' });
}

function slotAnswer(row: SlotRow, names: Names): SlotAnswer {
  const follows = row.state === 'ready' || row.state === 'standby';
  return {
    slot: row.slot,
    state: row.state,
    policy: row.policy === null ? null : names(row.policy),
    startedBy: row.started_by,
    startedAt: row.started_at?.toISOString() ?? null,
    filledAt: row.filled_at?.toISOString() ?? null,
    progress: row.state === 'filling' ? progressOf(row) : null,
    behind: follows ? row.behind : null,
    fault: row.fault,
    certificateAskedBy: row.certificate_asked_by,
  };
}

function progressOf({ read, to_read: toRead, seconds }: SlotRow): NonNullable<SlotAnswer['progress']> {
  const perSecond = seconds !== null && seconds > 0 ? Math.floor(read / seconds) : 0;
  return { read, toRead, perSecond, secondsLeft: perSecond > 0 ? Math.ceil((toRead - read) / perSecond) : null };
}

async function certificateOf(rows: Rows, names: Names): Promise<RebuildAnswer['certificate']> {
  const newest = await newestCertificate(rows);
  if (!newest) return null;
  return {
    id: newest.id,
    at: newest.at.toISOString(),
    askedBy: newest.asked_by,
    policy: names(newest.policy),
    livePolicy: names(newest.live_policy),
    valid: newest.valid,
    holds: newest.valid && newest.age_seconds <= CERTIFICATE_HOLDS_SECONDS,
    findings: certificateFindings.parse(newest.findings),
  };
}

async function switchesOf(rows: Rows, names: Names): Promise<RebuildAnswer['switches']> {
  const found = await rows.query<SwitchRow>(
    'SELECT id, kind, at, by, reason, from_policy, to_policy FROM projector.slot_switch ORDER BY slot_switch.at DESC LIMIT $1',
    [MOST_SWITCHES],
  );
  return found.map(({ id, kind, at, by, reason, from_policy: from, to_policy: to }) => {
    return { id, kind, at: at.toISOString(), by, reason, from: names(from), to: names(to) };
  });
}
