import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Filters of a list under a name of the person's own; the demo's people have no accounts, so a person is known by id alone. */
export class SavedViews1764000000018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE access.saved_view (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        person text NOT NULL,
        page text NOT NULL,
        name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 40),
        filters jsonb NOT NULL,
        saved_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT saved_view_once UNIQUE (person, page, name)
      )
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE access.saved_view');
  }
}
