import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isSeenToo } from '#persistence/migrations/0011-units';
import { READERS, seenBySubject } from '#persistence/migrations/rows-of-subjects';

/**
 * Signals that were told of the wrong subject are told of another (decision 0024). What stands is kept sealed as it came, with what
 * was decided about it; nobody who reads is granted it. A move is seen by whoever sees both subjects.
 */
export class Moves1764000000033 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE resolver.signal ADD COLUMN assignment int NOT NULL DEFAULT 1;
      CREATE TABLE resolver.told_message (
        event_id uuid PRIMARY KEY REFERENCES resolver.signal (event_id),
        signal uuid NOT NULL,
        place bigint GENERATED ALWAYS AS IDENTITY,
        sealed bytea NOT NULL
      );
      CREATE INDEX told_message_by_signal ON resolver.told_message (signal, place);
      CREATE TABLE resolver.move (
        id uuid PRIMARY KEY,
        subject text NOT NULL,
        to_subject text,
        signals uuid[] NOT NULL,
        reason text NOT NULL,
        asked_by text NOT NULL,
        asked_at timestamptz NOT NULL DEFAULT now(),
        confirmed boolean,
        decided_by text,
        decided_at timestamptz,
        refused_because text,
        CHECK ((confirmed IS NULL) = (decided_by IS NULL) AND asked_by IS DISTINCT FROM decided_by AND subject IS DISTINCT FROM to_subject)
      );
      CREATE INDEX move_by_signal ON resolver.move USING gin (signals);
      CREATE INDEX move_waiting ON resolver.move (asked_at) WHERE confirmed IS NULL;
      ${seenBySubject('resolver', 'move')};
      CREATE POLICY seen_where_it_goes ON resolver.move AS RESTRICTIVE FOR SELECT TO liuqu_console
        USING (move.to_subject IS NULL OR ${isSeenToo('move.to_subject')});
      CREATE POLICY not_to_managed_higher ON resolver.move AS RESTRICTIVE FOR SELECT TO ${READERS}
        USING (move.to_subject IS NULL OR NOT move.to_subject IN (SELECT console.managed_higher()));
      CREATE VIEW console.move WITH (security_invoker = true) AS
        SELECT move.id, move.subject, move.to_subject, move.signals, move.reason, move.asked_by,
               (move.asked_at AT TIME ZONE 'Asia/Shanghai')::date::text AS asked_on, move.confirmed, move.decided_by,
               (move.decided_at AT TIME ZONE 'Asia/Shanghai')::date::text AS decided_on, move.refused_because,
               coalesce(cadre.name, unit.name) AS subject_name, coalesce(to_cadre.name, to_unit.name) AS to_name,
               cadre.post, cadre.unit_name
          FROM resolver.move
          LEFT JOIN console.cadre ON cadre.id = move.subject
          LEFT JOIN resolver.unit ON 'unit:' || unit.code = move.subject
          LEFT JOIN console.cadre to_cadre ON to_cadre.id = move.to_subject
          LEFT JOIN resolver.unit to_unit ON 'unit:' || to_unit.code = move.to_subject;
      GRANT SELECT ON resolver.move, console.move TO ${READERS};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW console.move;
      DROP TABLE resolver.move;
      DROP TABLE resolver.told_message;
      ALTER TABLE resolver.signal DROP COLUMN assignment;
    `);
  }
}
