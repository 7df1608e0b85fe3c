import type { MigrationInterface, QueryRunner } from 'typeorm';
import { READERS, seenBySubject } from '#persistence/migrations/rows-of-subjects';

/**
 * What people say belongs together among the signals of one subject: matters that are one, and letters of one campaign. What was
 * undone stays, with who undid it. A signal keeps its matter beside its sender, so that people name signals and never matters.
 */
export class Joinings1764000000025 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE resolver.signal_as_sent ADD COLUMN matter text;
      CREATE TABLE resolver.joining (
        id uuid PRIMARY KEY,
        subject text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('link', 'campaign')),
        signals uuid[] NOT NULL,
        texts int,
        accounts int,
        reason text NOT NULL,
        made_by text NOT NULL,
        made_at timestamptz NOT NULL DEFAULT now(),
        undone_by text,
        undone_at timestamptz,
        undone_because text
      );
      CREATE INDEX joining_by_subject ON resolver.joining (subject);
      ${seenBySubject('resolver', 'joining')};
      CREATE VIEW console.joining WITH (security_invoker = true) AS
        SELECT id, subject, kind, signals, texts, accounts, reason, made_by,
               (made_at AT TIME ZONE 'Asia/Shanghai')::date::text AS made_on, undone_by,
               (undone_at AT TIME ZONE 'Asia/Shanghai')::date::text AS undone_on, undone_because
          FROM resolver.joining;
      GRANT SELECT ON resolver.joining, console.joining TO ${READERS};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW console.joining;
      DROP TABLE resolver.joining;
      ALTER TABLE resolver.signal_as_sent DROP COLUMN matter;
    `);
  }
}
