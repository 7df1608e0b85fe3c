import type { MigrationInterface, QueryRunner } from 'typeorm';

const READERS = 'liuqu_console, liuqu_console_all';
/** Readers read by what was approved; drafts are their authors' and approvers'. */
const FINAL = `state IN ('approved', 'live', 'retired')`;
export const ANY_SCOPE = '(SELECT console.scope_begin()) IS NOT NULL';

const TABLES = `
  CREATE TABLE projector.policy_event (
    policy_id uuid NOT NULL,
    version int NOT NULL,
    body text NOT NULL,
    at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (policy_id, version)
  );
  CREATE TABLE projector.policy (
    id uuid PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('odds', 'points')),
    state text NOT NULL CHECK (state IN ('draft', 'checked', 'approval-asked', 'approved', 'live', 'retired')),
    version int NOT NULL,
    name text NOT NULL,
    hash text,
    document text,
    changed_at timestamptz NOT NULL DEFAULT now(),
    CHECK (${FINAL} IS FALSE OR (hash IS NOT NULL AND document IS NOT NULL))
  );
  CREATE UNIQUE INDEX policy_hash_key ON projector.policy (hash) WHERE state NOT IN ('draft', 'checked');
  CREATE UNIQUE INDEX policy_odds_name_key ON projector.policy (name) WHERE kind = 'odds' AND state NOT IN ('draft', 'checked');
  CREATE UNIQUE INDEX policy_one_live ON projector.policy (kind) WHERE kind = 'odds' AND state = 'live';
  CREATE TABLE projector.policy_in_force (
    place bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind text NOT NULL,
    hash text NOT NULL,
    from_day date NOT NULL,
    until_day date
  );
  CREATE INDEX policy_in_force_by_day ON projector.policy_in_force (kind, from_day);
  CREATE INDEX policy_in_force_now ON projector.policy_in_force (hash) WHERE until_day IS NULL`;

const ACCESS = `
  ALTER TABLE projector.policy ENABLE ROW LEVEL SECURITY;
  CREATE POLICY seen_in_scope ON projector.policy FOR SELECT TO liuqu_console USING (${FINAL} AND ${ANY_SCOPE});
  CREATE POLICY seen_as_a_whole ON projector.policy FOR SELECT TO liuqu_console_all USING (${FINAL});
  ALTER TABLE projector.policy_in_force ENABLE ROW LEVEL SECURITY;
  CREATE POLICY seen_in_scope ON projector.policy_in_force FOR SELECT TO liuqu_console USING (${ANY_SCOPE});
  CREATE POLICY seen_as_a_whole ON projector.policy_in_force FOR SELECT TO liuqu_console_all USING (true);
  GRANT SELECT (id, kind, state, name, hash, document) ON projector.policy TO ${READERS};
  GRANT SELECT ON projector.policy_in_force TO ${READERS}`;

/** Policies are streams of decided events, the page of each beside them; the days on which one was in force are kept for ever. */
export class Policies1764000000024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(ACCESS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE projector.policy_in_force, projector.policy, projector.policy_event');
  }
}
