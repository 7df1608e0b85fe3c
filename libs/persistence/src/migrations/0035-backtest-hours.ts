import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the office can do, said by who began the backtest: whoever approves sees the work against the same hours. */
export class BacktestHours1764000000035 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE projector.backtest ADD COLUMN hours_a_candidate int, ADD COLUMN hours_a_week int');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE projector.backtest DROP COLUMN hours_a_candidate, DROP COLUMN hours_a_week');
  }
}
