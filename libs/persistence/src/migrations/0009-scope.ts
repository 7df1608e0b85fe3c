import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Two databases of one server may be migrated at the same moment, and share their roles: who loses the race is granted them too. */
const roleOf = (name: string): string => `
  DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${name}') THEN
      CREATE ROLE ${name} NOLOGIN NOINHERIT;
    END IF;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
  END $$;
  DO $$ BEGIN
    IF NOT pg_has_role(current_user, '${name}', 'SET') THEN
      EXECUTE format('GRANT ${name} TO %I', current_user);
    END IF;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
  END $$`;

/** Of those who see a tree, and of those who see everything. */
const SCOPED = 'liuqu_console';
const WHOLE = 'liuqu_console_all';
const READERS = `${SCOPED}, ${WHOLE}`;

/**
 * Where a unit hangs, as the codes above it: what lies under a unit is one range of paths. Kept by the tables themselves, whoever
 * writes them. The share locks make a post that begins wait for a unit that moves.
 */
const PATHS = `
  ALTER TABLE resolver.unit ADD CONSTRAINT unit_code_in_path CHECK (position('/' IN code) = 0);
  ALTER TABLE resolver.unit ADD COLUMN path text COLLATE "C" NOT NULL DEFAULT '';
  CREATE INDEX unit_by_path ON resolver.unit (path);
  ALTER TABLE resolver.post_history ADD COLUMN path text COLLATE "C" NOT NULL DEFAULT '';
  CREATE INDEX post_history_by_path ON resolver.post_history (path);

  CREATE FUNCTION resolver.place_posts() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      UPDATE resolver.post_history held SET path = unit.path
        FROM resolver.post JOIN resolver.unit ON unit.code = post.unit_code
       WHERE post.code = held.post_code AND held.path <> unit.path;
      RETURN NULL;
    END $$;
  CREATE FUNCTION resolver.place_units() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      WITH RECURSIVE tree (code, path) AS (
        SELECT code, '/' || code || '/' FROM resolver.unit WHERE parent_code IS NULL
        UNION ALL
        SELECT unit.code, tree.path || unit.code || '/' FROM tree JOIN resolver.unit ON unit.parent_code = tree.code
      )
      UPDATE resolver.unit SET path = tree.path FROM tree WHERE unit.code = tree.code AND unit.path <> tree.path;
      RETURN NULL;
    END $$;
  CREATE FUNCTION resolver.place_new_post() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      SELECT unit.path INTO NEW.path FROM resolver.post JOIN resolver.unit ON unit.code = post.unit_code
       WHERE post.code = NEW.post_code FOR SHARE;
      NEW.path := coalesce(NEW.path, '');
      RETURN NEW;
    END $$;
  CREATE TRIGGER units_placed AFTER INSERT OR UPDATE OF code, parent_code ON resolver.unit
    FOR EACH STATEMENT EXECUTE FUNCTION resolver.place_units();
  CREATE TRIGGER posts_moved AFTER UPDATE OF path ON resolver.unit FOR EACH STATEMENT EXECUTE FUNCTION resolver.place_posts();
  CREATE TRIGGER posts_moved AFTER UPDATE OF unit_code ON resolver.post FOR EACH STATEMENT EXECUTE FUNCTION resolver.place_posts();
  CREATE TRIGGER post_placed BEFORE INSERT OR UPDATE OF post_code ON resolver.post_history
    FOR EACH ROW EXECUTE FUNCTION resolver.place_new_post();
  UPDATE resolver.unit SET parent_code = parent_code;
  UPDATE resolver.post SET unit_code = unit_code`;

/** An empty setting is what a transaction leaves behind on its connection: it means nothing, and so does none. */
const FUNCTIONS = `
  CREATE FUNCTION console.scope_begin() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('liuqu.scope', true), '') COLLATE "C";
  CREATE FUNCTION console.scope_end() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (left(nullif(current_setting('liuqu.scope', true), ''), -1) || '0') COLLATE "C";
  CREATE FUNCTION console.today() RETURNS date LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (now() AT TIME ZONE 'Asia/Shanghai')::date`;

/** Once a query, not once a row. */
const UNDER_SCOPE = 'path >= (SELECT console.scope_begin()) AND path < (SELECT console.scope_end())';
const isSeen = (cadre: string): string => `EXISTS (
  SELECT FROM resolver.post_history held
   WHERE held.cadre_id = ${cadre} AND held.from_day <= (SELECT console.today())
     AND (held.left_day IS NULL OR held.left_day > (SELECT console.today())))`;

/** What is seen of each table inside a scope; a table that is read inside a policy is seen by its own. */
const POLICIES: Readonly<Record<string, string>> = {
  'resolver.unit': UNDER_SCOPE,
  'resolver.post_history': UNDER_SCOPE,
  'resolver.post': 'EXISTS (SELECT FROM resolver.unit WHERE unit.code = post.unit_code)',
  'resolver.cadre': isSeen('cadre.id'),
  'resolver.triage': 'EXISTS (SELECT FROM resolver.unit WHERE unit.code = triage.unit_code)',
  'resolver.waiting': 'EXISTS (SELECT FROM resolver.triage WHERE triage.event_id = waiting.awaits)',
  'projector.reading': isSeen('reading.subject'),
  'projector.ledger': isSeen('ledger.subject'),
  'workflow.candidate': isSeen('candidate.cadre_id'),
  'workflow.clue_check': isSeen('clue_check.cadre_id'),
  'dispatcher.alert': isSeen('alert.subject'),
};

const VIEWS = ['cadre', 'candidate', 'clue_check', 'ledger', 'post_held', 'standing', 'unit'];
const SCHEMAS = ['console', 'resolver', 'projector', 'workflow', 'dispatcher'];

/** Neither tokens nor what is sealed. */
const GRANTS = `
  GRANT USAGE ON SCHEMA ${SCHEMAS.join(', ')} TO ${READERS};
  GRANT SELECT ON ${VIEWS.map((view) => `console.${view}`).join(', ')} TO ${READERS};
  GRANT SELECT ON resolver.unit, resolver.post, resolver.post_history, projector.reading, projector.ledger,
                  workflow.candidate, workflow.clue_check, dispatcher.alert TO ${READERS};
  GRANT SELECT (id, name, category, managed_higher) ON resolver.cadre TO ${READERS};
  GRANT SELECT (event_id, state, named, unit_code, post, label, channel, received_on, candidates, corrects, created_at)
    ON resolver.triage TO ${READERS};
  GRANT SELECT (id, awaits, event_id) ON resolver.waiting TO ${READERS}`;

/**
 * What people read, they read as the role `liuqu_console`, which sees the tree under the unit whose path is in `liuqu.scope` and
 * without it nothing, or as `liuqu_console_all`. The apps that own the tables go on seeing all of them (decision 0011).
 */
export class Scope1764000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const role of [SCOPED, WHOLE]) await runner.query(roleOf(role));
    await runner.query(PATHS);
    await runner.query(FUNCTIONS);
    for (const [table, sees] of Object.entries(POLICIES)) {
      await runner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
      await runner.query(`CREATE POLICY seen_in_scope ON ${table} FOR SELECT TO ${SCOPED} USING (${sees})`);
      await runner.query(`CREATE POLICY seen_as_a_whole ON ${table} FOR SELECT TO ${WHOLE} USING (true)`);
    }
    for (const view of VIEWS) await runner.query(`ALTER VIEW console.${view} SET (security_invoker = true)`);
    await runner.query(GRANTS);
    await runner.query('ALTER TABLE access.account ADD COLUMN unit text');
  }

  /** The roles stay: other databases of the server have them too. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE access.account DROP COLUMN unit');
    for (const view of VIEWS) await runner.query(`REVOKE SELECT ON console.${view} FROM ${READERS}`);
    for (const view of VIEWS) await runner.query(`ALTER VIEW console.${view} RESET (security_invoker)`);
    for (const table of Object.keys(POLICIES)) {
      await runner.query(`DROP POLICY seen_in_scope ON ${table}; DROP POLICY seen_as_a_whole ON ${table}`);
      await runner.query(`ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`);
      await runner.query(`REVOKE ALL ON ${table} FROM ${READERS}`);
    }
    await runner.query(`
      REVOKE USAGE ON SCHEMA ${SCHEMAS.join(', ')} FROM ${READERS};
      DROP FUNCTION console.scope_begin, console.scope_end, console.today;
      DROP TRIGGER post_placed ON resolver.post_history;
      DROP TRIGGER posts_moved ON resolver.post;
      DROP TRIGGER posts_moved ON resolver.unit;
      DROP TRIGGER units_placed ON resolver.unit;
      DROP FUNCTION resolver.place_new_post, resolver.place_units, resolver.place_posts;
      ALTER TABLE resolver.post_history DROP COLUMN path;
      ALTER TABLE resolver.unit DROP COLUMN path;
      ALTER TABLE resolver.unit DROP CONSTRAINT unit_code_in_path;
    `);
  }
}
