import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The registry of units, posts and cadres, and what is known of each signal's subject. An ID number is never stored, its token is.
 * `post_history` is what `post_fact` adds up to: a holding ends with the first leaving after its first day, as in the reading.
 */
export class SignalResolver1764000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA resolver;
      CREATE TABLE resolver.unit (
        code text PRIMARY KEY,
        name text NOT NULL,
        parent_code text REFERENCES resolver.unit (code),
        category text NOT NULL
      );
      CREATE TABLE resolver.post (
        code text PRIMARY KEY,
        unit_code text NOT NULL REFERENCES resolver.unit (code),
        title text NOT NULL,
        factors text[] NOT NULL
      );
      CREATE TABLE resolver.cadre (
        id text PRIMARY KEY,
        token text NOT NULL UNIQUE,
        name text NOT NULL,
        category text NOT NULL,
        managed_higher boolean NOT NULL DEFAULT false
      );
      CREATE INDEX cadre_by_name ON resolver.cadre (name);
      CREATE TABLE resolver.post_history (
        cadre_id text NOT NULL REFERENCES resolver.cadre (id),
        post_code text NOT NULL REFERENCES resolver.post (code),
        from_day date NOT NULL,
        left_day date,
        PRIMARY KEY (cadre_id, post_code, from_day)
      );
      CREATE INDEX post_history_by_post ON resolver.post_history (post_code);
      CREATE TABLE resolver.post_fact (
        event_id uuid PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('post-held', 'post-left')),
        cadre_id text NOT NULL REFERENCES resolver.cadre (id),
        post_code text NOT NULL REFERENCES resolver.post (code),
        day date NOT NULL
      );
      CREATE INDEX post_fact_by_holder ON resolver.post_fact (cadre_id, post_code, kind, day);
      CREATE INDEX post_fact_by_post ON resolver.post_fact (post_code);
      CREATE TABLE resolver.signal (
        event_id uuid PRIMARY KEY,
        state text NOT NULL CHECK (state IN ('resolved', 'triage', 'refused')),
        subject text,
        source text NOT NULL,
        successor uuid
      );
      CREATE TABLE resolver.triage (
        event_id uuid PRIMARY KEY REFERENCES resolver.signal (event_id),
        state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'settled', 'refused')),
        named text,
        unit_code text,
        post text,
        label text NOT NULL,
        channel text NOT NULL,
        received_on date NOT NULL,
        candidates jsonb NOT NULL,
        corrects uuid,
        sealed bytea,
        created_at timestamptz NOT NULL DEFAULT now(),
        settled_by text,
        settled_at timestamptz,
        reason text
      );
      CREATE INDEX triage_open ON resolver.triage (created_at, event_id) WHERE state = 'open';
      CREATE TABLE resolver.waiting (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        awaits uuid NOT NULL,
        event_id uuid NOT NULL UNIQUE,
        sealed bytea NOT NULL,
        at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX waiting_by_awaited ON resolver.waiting (awaits, id);
      CREATE VIEW resolver.receipt_state AS
        SELECT event_id, state FROM resolver.signal
        UNION ALL
        SELECT event_id, 'waiting' FROM resolver.waiting;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA resolver CASCADE');
  }
}
