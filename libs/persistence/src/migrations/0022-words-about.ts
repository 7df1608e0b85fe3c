import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is said about an event, in changes of its status and in its withdrawal, goes with the words of that event (decision 0017). */
export class WordsAbout1764000000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE gateway.sealed_words ADD COLUMN about uuid;
      CREATE INDEX sealed_words_about ON gateway.sealed_words (about) WHERE about IS NOT NULL;
      CREATE OR REPLACE FUNCTION gateway.forget_words(events uuid[]) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = ''
        BEGIN ATOMIC
          DELETE FROM gateway.sealed_words WHERE event_id = ANY (events) OR about = ANY (events);
        END`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION gateway.forget_words(events uuid[]) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = ''
        BEGIN ATOMIC
          DELETE FROM gateway.sealed_words WHERE event_id = ANY (events);
        END;
      ALTER TABLE gateway.sealed_words DROP COLUMN about`);
  }
}
