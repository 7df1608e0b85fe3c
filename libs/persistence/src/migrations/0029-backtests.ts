import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a policy would change, counted before anybody approves it. What the projector asks of other apps for that, it reads in views:
 * where people stand, and what was decided about candidates. Nobody is named in a result.
 */
export class Backtests1764000000029 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE projector.backtest (
        id uuid PRIMARY KEY,
        policy_id uuid NOT NULL,
        hash text NOT NULL,
        before_hash text NOT NULL,
        asked_by text NOT NULL,
        asked_at timestamptz NOT NULL DEFAULT now(),
        day date NOT NULL,
        state text NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'done', 'failed')),
        done int NOT NULL DEFAULT 0,
        total int NOT NULL,
        touched_at timestamptz NOT NULL DEFAULT now(),
        result text,
        CHECK ((state = 'done') = (result IS NOT NULL))
      );
      CREATE INDEX backtest_by_policy ON projector.backtest (policy_id, asked_at DESC);
      CREATE VIEW resolver.bearings AS
        SELECT cadre.id AS cadre_id, cadre.category, unit.code AS unit, coalesce(nullif(split_part(unit.path, '/', 3), ''), unit.code) AS region,
               'principal' = ANY(held.factors) AS principal
          FROM resolver.cadre
          JOIN LATERAL (
            SELECT post.unit_code, post.factors
              FROM resolver.post_history history JOIN resolver.post ON post.code = history.post_code
             WHERE history.cadre_id = cadre.id AND history.from_day <= console.today()
               AND (history.left_day IS NULL OR history.left_day > console.today())
             ORDER BY history.from_day DESC, history.post_code LIMIT 1
          ) held ON true
          JOIN resolver.unit ON unit.code = held.unit_code;
      CREATE VIEW workflow.decided_candidate AS
        SELECT cadre_id, cause, state = 'taken' AS taken, reasons FROM workflow.candidate WHERE state IN ('taken', 'dismissed');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW workflow.decided_candidate; DROP VIEW resolver.bearings; DROP TABLE projector.backtest');
  }
}
