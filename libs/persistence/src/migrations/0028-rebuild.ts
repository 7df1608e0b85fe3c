import type { MigrationInterface, QueryRunner } from 'typeorm';
import { READERS, seenBySubject } from '#persistence/migrations/rows-of-subjects';

/** Who had a slot filled, how far it came, and what stops it; `next_offset` is where it follows from, `read` is told while it is filled. */
const PROGRESS = `
  ALTER TABLE projector.slot
    ADD COLUMN started_by text, ADD COLUMN started_at timestamptz, ADD COLUMN filled_at timestamptz, ADD COLUMN fault text,
    ADD COLUMN certificate_asked_by text;
  CREATE TABLE projector.slot_part (
    slot text NOT NULL REFERENCES projector.slot (slot),
    part int NOT NULL,
    target bigint NOT NULL,
    passes int NOT NULL,
    pass int NOT NULL,
    read bigint NOT NULL,
    next_offset bigint NOT NULL,
    PRIMARY KEY (slot, part)
  ) WITH (fillfactor = 50);
  CREATE INDEX reading_incomplete ON projector.reading (subject) WHERE blocked_by IS NOT NULL`;

/** Kept for ever, of slots that are gone too: what went live, on what grounds. */
const HISTORY = `
  CREATE TABLE projector.certificate (
    id uuid PRIMARY KEY,
    slot text NOT NULL,
    filling int NOT NULL,
    policy text NOT NULL,
    live_policy text NOT NULL,
    asked_by text NOT NULL,
    made_at timestamptz NOT NULL DEFAULT now(),
    valid boolean NOT NULL,
    void boolean NOT NULL DEFAULT false,
    findings jsonb NOT NULL
  );
  CREATE INDEX certificate_by_filling ON projector.certificate (slot, filling, made_at DESC);
  CREATE TABLE projector.slot_switch (
    id uuid PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('switch', 'back')),
    from_slot text NOT NULL,
    to_slot text NOT NULL,
    from_policy text NOT NULL,
    to_policy text NOT NULL,
    by text NOT NULL,
    reason text NOT NULL,
    at timestamptz NOT NULL DEFAULT now(),
    certificate uuid REFERENCES projector.certificate (id),
    offsets jsonb NOT NULL
  )`;

/** Who stands higher since a switch, by the policy alone: for a person to look at (design: risk-model 7). */
const REVIEWS = `
  CREATE TABLE projector.policy_review (
    id uuid PRIMARY KEY,
    subject text NOT NULL,
    switch uuid NOT NULL REFERENCES projector.slot_switch (id),
    level_before smallint NOT NULL,
    level_after smallint NOT NULL,
    e_before int NOT NULL,
    e_after int NOT NULL,
    day date NOT NULL,
    state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'settled', 'lapsed')),
    settled_by text,
    settled_at timestamptz,
    note text,
    UNIQUE (switch, subject)
  );
  CREATE INDEX policy_review_open ON projector.policy_review (day, id) WHERE state = 'open';
  ${seenBySubject('projector', 'policy_review')};
  CREATE VIEW console.policy_review WITH (security_invoker = true) AS
    SELECT review.id, review.subject, coalesce(cadre.name, unit.name) AS name, cadre.post, coalesce(cadre.unit_name, unit.name) AS unit_name,
           review.level_before, review.level_after, review.e_before, review.e_after, review.day, review.state, review.settled_by,
           review.settled_at, review.note
      FROM projector.policy_review review
      LEFT JOIN console.cadre ON cadre.id = review.subject
      LEFT JOIN console.unit ON 'unit:' || unit.code = review.subject;
  GRANT SELECT ON projector.policy_review, console.policy_review TO ${READERS}`;

/** What a rebuild keeps beside the readings: progress, certificates, switches, and who is to be looked at because of one. */
export class Rebuild1764000000028 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PROGRESS);
    await runner.query(HISTORY);
    await runner.query(REVIEWS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW console.policy_review;
      DROP TABLE projector.policy_review, projector.slot_switch, projector.certificate, projector.slot_part;
      ALTER TABLE projector.slot
        DROP COLUMN started_by, DROP COLUMN started_at, DROP COLUMN filled_at, DROP COLUMN fault, DROP COLUMN certificate_asked_by;
      DROP INDEX projector.reading_incomplete`);
  }
}
