import { randomUUID } from 'node:crypto';
import { EMPTY_STATE, packState } from '#domain/risk/subject-state';
import type { Database } from '#persistence/database';
import { PostgresInquiryStore } from '#persistence/postgres-inquiry-store';
import { aSignalRecord } from '#testing/channel-records';
import { aPostHeld } from '#testing/ledger';
import { aGatePassed, aLevelCorrected, aLevelRaised } from '#testing/risk-events';
import type { Sealer } from '#vault/sealer';
import { tellAlerts } from '../../apps/alert-dispatcher/src/deliver-alert/tell-alerts';
import { CandidateBrake } from '../../apps/inquiry-workflow/src/propose-candidate/candidate-brake';
import { hearGates } from '../../apps/inquiry-workflow/src/propose-candidate/hear-risk-events';
import { messageOf } from '../../apps/signal-resolver/src/resolve-subject/message';
import { sealMessage } from '../../apps/signal-resolver/src/resolve-subject/sealed-message';

/** Where things are settled, and with which seal. */
export interface Given {
  readonly database: Database;
  readonly sealer: Sealer;
}

/** What one cadre's row of everything is called. */
export interface Settled {
  readonly cadre: string;
  readonly candidate: string;
  /** An open triage item that names the cadre's unit. */
  readonly item: string;
  /** A signal about the cadre. */
  readonly signal: string;
  /** That a policy alone put the cadre higher. */
  readonly review: string;
  /** A level that somebody asked to set. */
  readonly override: string;
  /** What somebody said belongs together about the cadre. */
  readonly joining: string;
  /** A move of a signal of the cadre, refused. */
  readonly move: string;
  /** The first of the cadre's units; empty without any. */
  readonly unit: string;
}

export const UNITS: readonly (readonly [string, string | null])[] = [
  ['C', null],
  ['T1', 'C'],
  ['T1-1', 'T1'],
  ['T2', 'C'],
  ['T10', 'C'],
];

/** The tree as it is told by parents: not the paths that the product keeps. */
export const TREE = `WITH RECURSIVE tree AS (SELECT code FROM resolver.unit WHERE code = $1
  UNION ALL SELECT child.code FROM tree JOIN resolver.unit child ON child.parent_code = tree.code), mine AS (
  SELECT cadre_id AS id FROM resolver.post_history JOIN resolver.post ON post.code = post_code
   WHERE unit_code IN (SELECT code FROM tree) AND from_day <= console.today() AND (left_day IS NULL OR left_day > console.today())
  UNION SELECT id FROM resolver.cadre WHERE $1::text IS NULL)`;

/** A county, three towns and an office; posts in each unit. */
export async function settleUnits(database: Database): Promise<void> {
  for (const [code, parent] of UNITS) {
    await database.query(`INSERT INTO resolver.unit (code, name, parent_code, category) VALUES ($1, '示例' || $1, $2, 'township')`, [
      code,
      parent,
    ]);
    await database.query(`INSERT INTO resolver.post (code, unit_code, title, factors) VALUES ('P-' || $1, $1, '示例职务', '{}')`, [code]);
  }
}

async function openItem({ database, sealer }: Given, unit: string | null, meant: readonly string[]): Promise<string> {
  const message = messageOf(aSignalRecord({ id: randomUUID(), subject: { name: '示例', ...(unit === null ? {} : { unitCode: unit }) } }));
  const item = message.record.eventId;
  await database.query(`INSERT INTO resolver.signal (event_id, state, source) VALUES ($1, 'triage', '/agency/A/s')`, [item]);
  const { type, channel, agency, source, id, receivedOn } = message.record;
  await database.query(
    `INSERT INTO resolver.envelope (event_id, type, channel, agency, source, number, received_on) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [item, type, channel, agency, source, id, receivedOn],
  );
  const candidates = meant.map((cadreId) => ({ cadreId, name: '示例', post: null, unitName: null, reasons: ['same-name'] }));
  await database.query(
    `INSERT INTO resolver.triage (event_id, named, unit_code, label, channel, received_on, candidates, sealed)
     VALUES ($1, '示例', $2, '审计发现', 'organization', '2026-11-01', $3, $4)`,
    [item, unit, JSON.stringify(candidates), sealMessage(sealer, 'triage', message)],
  );
  return item;
}

async function settleSignal(database: Database, cadre: string): Promise<string> {
  const { eventId, type, channel, agency, source, id, receivedOn } = aSignalRecord({ id: randomUUID() });
  await database.query(`INSERT INTO resolver.signal (event_id, state, source, subject) VALUES ($1, 'resolved', '/agency/A/s', $2)`, [
    eventId,
    cadre,
  ]);
  await database.query(
    `INSERT INTO resolver.envelope (event_id, type, channel, agency, source, number, received_on) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [eventId, type, channel, agency, source, id, receivedOn],
  );
  await database.query(`INSERT INTO resolver.signal_as_sent (event_id, subject, agency, number, fields) VALUES ($1, $2, $3, $4, '{}')`, [
    eventId,
    cadre,
    agency,
    id,
  ]);
  return eventId;
}

async function settleReview(database: Database, cadre: string): Promise<string> {
  const id = randomUUID();
  await database.query(
    `WITH switched AS (
       INSERT INTO projector.slot_switch (id, kind, from_slot, to_slot, from_policy, to_policy, by, reason, offsets)
       VALUES ($1, 'switch', 'b', 'a', 'p', 'q', 'head', '示例', '{}') RETURNING id)
     INSERT INTO projector.policy_review (id, subject, switch, policy, level_before, level_after, e_before, e_after, day)
     SELECT id, $2, id, 'q', 0, 3, 0, 60000, '2026-10-02' FROM switched`,
    [id, cadre],
  );
  return id;
}

async function settleOverride(database: Database, cadre: string): Promise<string> {
  const id = randomUUID();
  await database.query(
    `INSERT INTO workflow.override (id, subject, level, until_day, reason, asked_by, asked_on)
     VALUES ($1, $2, 'watch', '2099-01-01', '示例理由', 'demo-handler', '2026-10-02')`,
    [id, cadre],
  );
  return id;
}

async function settleJoining(database: Database, cadre: string): Promise<string> {
  const id = randomUUID();
  await database.query(
    `INSERT INTO resolver.joining (id, subject, kind, signals, reason, made_by) VALUES ($1, $2, 'link', '{}', '示例理由', 'demo-handler')`,
    [id, cadre],
  );
  return id;
}

async function settleMove(database: Database, cadre: string): Promise<string> {
  const id = randomUUID();
  await database.query(
    `INSERT INTO resolver.move (id, subject, signals, reason, asked_by, confirmed, decided_by, decided_at, refused_because)
     VALUES ($1, $2, '{}', '示例理由', 'demo-handler', false, 'demo-case-management', now(), '示例理由')`,
    [id, cadre],
  );
  return id;
}

/**
 * A cadre with posts in the given units, a reading, a ledger entry, points and what was entered for them, an alert, a clue check, a candidate and a signal; and an item in
 * triage that names the first unit.
 */
export async function settleCadre(given: Given, cadre: string, units: readonly string[], level = 3): Promise<Settled> {
  const { database } = given;
  await database.query(`INSERT INTO resolver.cadre (id, token, name, category) VALUES ($1, $1, '示例', '其他')`, [cadre]);
  for (const unit of units) {
    await database.query(`INSERT INTO resolver.post_history (cadre_id, post_code, from_day) VALUES ($1, 'P-' || $2, '2020-01-01')`, [
      cadre,
      unit,
    ]);
  }
  await database.query(
    `INSERT INTO projector.reading (slot, subject, state, e_milli, p_milli, level, entered_on, as_of, last_event, shown_e, shown_p, shown_level, shown_on)
     VALUES ('a', $1, $2, 60000, 60000, $3, '2026-10-02', '2026-10-02', gen_random_uuid(), 60000, $4, $3, '2026-10-02')`,
    [cadre, packState(EMPTY_STATE), level, 60_000 + level],
  );
  const entry = aPostHeld({ id: randomUUID(), from: 7_000 });
  await database.query(
    `INSERT INTO projector.ledger (subject, event_id, assignment, log_offset, place, entry) VALUES ($1, $2, 1, 0, 0, $3)`,
    [cadre, entry.id, JSON.stringify(entry)],
  );
  await database.query(
    `INSERT INTO projector.points (scheme, subject, hash, value, level, threshold, standing, pending, in_force, read_on)
     VALUES ('changwu-12', $1, '', 6000, 1, 'six', 1, 0, 4, '2026-10-02')`,
    [cadre],
  );
  const measure = {
    kind: 'measure',
    id: randomUUID(),
    measure: 'written-review',
    day: 9_700,
    matter: cadre,
    enteredOn: 9_700,
    by: 'demo-handler',
  };
  await database.query(
    `INSERT INTO projector.points_entry (id, subject, scheme, body, role, trace_id) VALUES ($1, $2, 'changwu-12', $3, 'handler', '')`,
    [measure.id, cadre, JSON.stringify(measure)],
  );
  await database.transaction(async (tx) =>
    tellAlerts(tx, [
      { kind: 'raised', event: aLevelRaised({ subject: cadre }) },
      { kind: 'corrected', event: aLevelCorrected({ subject: cadre }) },
    ]),
  );
  await database.query(`INSERT INTO workflow.clue_check VALUES ($1, $2, 'inquiry', 56000, '2026-10-02')`, [cadre, randomUUID()]);
  const [proposed] = await hearGates(
    new PostgresInquiryStore(database),
    [{ kind: 'passed', event: aGatePassed({ subject: cadre }) }],
    new CandidateBrake(10),
  );
  const [unit] = units;
  const item = await openItem(given, unit ?? null, [cadre]);
  return {
    cadre,
    candidate: proposed?.candidateId ?? '',
    item,
    signal: await settleSignal(database, cadre),
    joining: await settleJoining(database, cadre),
    move: await settleMove(database, cadre),
    override: await settleOverride(database, cadre),
    review: await settleReview(database, cadre),
    unit: unit ?? '',
  };
}
