import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One alert per upward edge of a level; `seq` is the order in which streams show them. */
export class AlertDispatcher1764000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA dispatcher;
      CREATE TABLE dispatcher.alert (
        seq bigint PRIMARY KEY,
        alert_id uuid NOT NULL UNIQUE,
        subject text NOT NULL,
        body text NOT NULL,
        at timestamptz NOT NULL DEFAULT now()
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA dispatcher CASCADE');
  }
}
