import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who may sign in, who is signed in, and how often a name was tried in vain. */
export class Access1764000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA access;
      CREATE TABLE access.account (
        id text PRIMARY KEY CHECK (id ~ '^[a-z][a-z0-9.-]{1,31}$' AND id NOT LIKE 'demo-%'),
        name text NOT NULL,
        role text NOT NULL,
        active boolean NOT NULL DEFAULT true,
        password_hash text NOT NULL,
        code_secret bytea NOT NULL,
        last_code_step bigint NOT NULL DEFAULT 0,
        added_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE TABLE access.session (
        token_hash bytea PRIMARY KEY,
        account_id text NOT NULL REFERENCES access.account,
        opened_at timestamptz NOT NULL DEFAULT now(),
        seen_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX session_account ON access.session (account_id);
      CREATE TABLE access.failed_try (
        name_key bytea PRIMARY KEY,
        failures integer NOT NULL,
        last_at timestamptz NOT NULL
      );
      CREATE INDEX failed_try_last ON access.failed_try (last_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA access CASCADE');
  }
}
