import type { MigrationInterface, QueryRunner } from 'typeorm';
import { READERS, seenBySubject } from '#persistence/migrations/rows-of-subjects';

/** What the projector has announced, as it stands after corrections: told again only when something of it no longer holds. */
const TOLD = `
  CREATE TABLE projector.told_alert (
    subject text NOT NULL,
    cause uuid NOT NULL,
    policy text NOT NULL,
    edge text,
    PRIMARY KEY (subject, cause)
  );
  CREATE TABLE projector.told_gate (
    subject text NOT NULL,
    cause uuid NOT NULL,
    policy text NOT NULL,
    holds boolean NOT NULL,
    PRIMARY KEY (subject, cause)
  )`;

const LEVELS = `ARRAY['none', 'watch', 'remind', 'inquiry', 'priority']`;
const levelOf = (field: string): string => `array_position(${LEVELS}, body ->> '${field}') - 1`;
const textBytes = (text: string): string => `convert_to(${text}, 'UTF8')`;

/**
 * What was announced before is found by its id, which is a hash of subject and event; of passed gates it is what candidates came of.
 */
const TOLD_BEFORE = `
  INSERT INTO projector.told_alert (subject, cause, policy, edge)
  SELECT told.subject, entry.event_id, 'shipped',
         jsonb_build_object('cause', entry.event_id, 'from', ${levelOf('from')}, 'to', ${levelOf('to')},
           'day', (body ->> 'day')::date - DATE '2000-01-01', 'E', body -> 'e', 'P', body -> 'p')::text
    FROM (SELECT alert_id, subject, body::jsonb AS body FROM dispatcher.alert) told
    JOIN projector.ledger entry ON entry.subject = told.subject
     AND left(encode(sha256(${textBytes(`'alert'`)} || '\\x00'::bytea || ${textBytes('told.subject')} || '\\x00'::bytea
           || ${textBytes('entry.event_id::text')}), 'hex'), 32)::uuid = told.alert_id
      ON CONFLICT DO NOTHING;
  INSERT INTO projector.told_gate (subject, cause, policy, holds)
  SELECT cadre_id, cause, policy, true FROM workflow.candidate
   UNION SELECT cadre_id, later::uuid, policy, true FROM workflow.candidate, jsonb_array_elements_text(later_events) later
      ON CONFLICT DO NOTHING`;

/** In one order with the alerts: `seq` is taken from both. */
const CORRECTIONS = `
  CREATE TABLE dispatcher.correction (
    seq bigint PRIMARY KEY,
    correction_id uuid NOT NULL UNIQUE,
    alert_id uuid NOT NULL,
    subject text NOT NULL,
    body text NOT NULL,
    at timestamptz NOT NULL DEFAULT now()
  );
  CREATE INDEX correction_by_alert ON dispatcher.correction (alert_id, seq);
  ${seenBySubject('dispatcher', 'correction')};
  GRANT SELECT ON dispatcher.correction TO ${READERS}`;

/** Each alert with its latest correction; beside them what was told by a correction alone. */
const ALERTS = `
  CREATE VIEW console.alert WITH (security_invoker = true) AS
    SELECT told.seq, told.alert_id, told.subject, told.at, told.said, latest.body::jsonb AS correction,
           coalesce(cadre.name, unit.name) AS name, cadre.post, cadre.unit_name
      FROM (SELECT seq, alert_id, subject, at, body::jsonb AS said FROM dispatcher.alert
             UNION ALL
            SELECT seq, alert_id, subject, at, NULL
              FROM dispatcher.correction first
             WHERE NOT EXISTS (SELECT FROM dispatcher.alert raised WHERE raised.alert_id = first.alert_id)
               AND NOT EXISTS (SELECT FROM dispatcher.correction before WHERE before.alert_id = first.alert_id AND before.seq < first.seq)
           ) told
      LEFT JOIN LATERAL (SELECT body FROM dispatcher.correction WHERE correction.alert_id = told.alert_id ORDER BY seq DESC LIMIT 1) latest
             ON true
      LEFT JOIN console.cadre ON cadre.id = told.subject
      LEFT JOIN resolver.unit ON 'unit:' || unit.code = told.subject;
  GRANT SELECT ON console.alert TO ${READERS}`;

/** What was told is taken back where it no longer holds (decision 0023). */
export class Corrections1764000000026 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TOLD);
    await runner.query(TOLD_BEFORE);
    await runner.query(CORRECTIONS);
    await runner.query(ALERTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP VIEW console.alert; DROP TABLE dispatcher.correction; DROP TABLE projector.told_gate; DROP TABLE projector.told_alert',
    );
  }
}
