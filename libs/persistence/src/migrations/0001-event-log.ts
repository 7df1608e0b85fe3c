import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The embedded event log, and what every consumer and writer of a log keeps in its own transaction: offsets, outbox, parked messages. */
export class EventLog1764000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA log;
      CREATE TABLE log.topic (
        name text PRIMARY KEY,
        partitions int NOT NULL CHECK (partitions > 0),
        retention_days int
      );
      CREATE TABLE log.partition (
        topic text NOT NULL REFERENCES log.topic (name),
        part int NOT NULL,
        next_offset bigint NOT NULL DEFAULT 0,
        low_offset bigint NOT NULL DEFAULT 0,
        PRIMARY KEY (topic, part)
      ) WITH (fillfactor = 50);
      CREATE TABLE log.record (
        topic text NOT NULL,
        part int NOT NULL,
        log_offset bigint NOT NULL,
        key text,
        value bytea NOT NULL,
        headers text NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (topic, part, log_offset)
      );
      CREATE TABLE log.consumer_offset (
        consumer_group text NOT NULL,
        topic text NOT NULL,
        part int NOT NULL,
        next_offset bigint NOT NULL,
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (consumer_group, topic, part)
      ) WITH (fillfactor = 50);
      CREATE TABLE log.outbox (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        writer text NOT NULL,
        topic text NOT NULL,
        key text NOT NULL,
        event_id text NOT NULL,
        type text NOT NULL,
        data text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        traceparent text,
        held text
      );
      CREATE INDEX outbox_by_writer ON log.outbox (writer, id) WHERE held IS NULL;
      CREATE INDEX outbox_held ON log.outbox (writer) WHERE held IS NOT NULL;
      CREATE FUNCTION log.wake_relay() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          PERFORM pg_notify('outbox', writer) FROM (SELECT DISTINCT writer FROM added) AS writers;
          RETURN NULL;
        END $$;
      CREATE TRIGGER outbox_filled AFTER INSERT ON log.outbox
        REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION log.wake_relay();
      CREATE TABLE log.parked (
        consumer_group text NOT NULL,
        topic text NOT NULL,
        part int NOT NULL,
        log_offset bigint NOT NULL,
        reason text NOT NULL,
        sealed bytea NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        resolved_at timestamptz,
        PRIMARY KEY (consumer_group, topic, part, log_offset)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA log CASCADE');
  }
}
