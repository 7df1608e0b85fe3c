import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who may send what, and one receipt per event. */
export class IngestGateway1764000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA gateway;
      CREATE TABLE gateway.agency (
        code text PRIMARY KEY,
        name text NOT NULL,
        key_id text NOT NULL UNIQUE,
        key_hash bytea NOT NULL,
        systems text[] NOT NULL,
        channels text[] NOT NULL,
        statuses text[] NOT NULL,
        authority text NOT NULL,
        active boolean NOT NULL DEFAULT true,
        last_received_on date
      );
      CREATE TABLE gateway.receipt (
        event_id uuid PRIMARY KEY,
        agency text NOT NULL,
        content_hash bytea NOT NULL,
        state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'accepted')),
        received_on date NOT NULL,
        received_at timestamptz NOT NULL DEFAULT now()
      ) WITH (fillfactor = 85);
      CREATE TABLE gateway.managed_higher (
        kind text NOT NULL CHECK (kind IN ('token', 'unit')),
        value text NOT NULL,
        PRIMARY KEY (kind, value)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA gateway CASCADE');
  }
}
