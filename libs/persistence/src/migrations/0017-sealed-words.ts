import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Words that the door withholds (decision 0017): nobody but their writer is granted the table, and others may do one thing to
 * them, destroy them, without reading one.
 */
const WORDS = `
  CREATE TABLE gateway.sealed_words (
    event_id uuid NOT NULL REFERENCES gateway.receipt (event_id),
    field text NOT NULL,
    sealed bytea NOT NULL,
    PRIMARY KEY (event_id, field)
  );
  REVOKE ALL ON gateway.sealed_words FROM PUBLIC;
  CREATE FUNCTION gateway.forget_words(events uuid[]) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = ''
    BEGIN ATOMIC
      DELETE FROM gateway.sealed_words WHERE event_id = ANY (events);
    END;
  REVOKE ALL ON FUNCTION gateway.forget_words FROM PUBLIC`;

/** The texts of the public's channel, by the day of this migration; envelopes are younger than what they are joined with, and may be missing. */
const BLANKED = `
  UPDATE resolver.signal_as_sent AS sent
     SET fields = (SELECT jsonb_object_agg(name, CASE WHEN name = ANY (withheld) THEN 'null' ELSE value END) FROM jsonb_each(fields) AS told (name, value))
    FROM (SELECT ARRAY['classCode', 'cause', 'article', 'act', 'candidateToken', 'item', 'supervisorNumber', 'decisionNumber'] AS withheld) AS texts
   WHERE fields ?| withheld
     AND NOT EXISTS (SELECT FROM resolver.envelope WHERE envelope.event_id = sent.event_id AND envelope.channel <> 'public')`;

export class SealedWords1764000000017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(WORDS);
    await runner.query(BLANKED);
  }

  /** What was blanked is read at its sender. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION gateway.forget_words; DROP TABLE gateway.sealed_words');
  }
}
