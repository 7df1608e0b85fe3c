import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Database } from '#persistence/database';
import { MIGRATIONS } from '#persistence/migrations/index';
import { describeWith, freshDatabase } from '#testing/services/local-services';
import { REPOSITORY } from './planted-tree';
import { schemaText } from './schema-text';

const COMMITTED = join(REPOSITORY, 'docs/schema.sql');
const HEADING = '-- What the migrations make of an empty database. Written by a test: see docs/testing.md, "The schema".\n\n';

describeWith(['postgres'], 'the schema', () => {
  let fresh: Awaited<ReturnType<typeof freshDatabase>>;
  let database: Database;
  beforeAll(async () => {
    fresh = await freshDatabase();
    database = await Database.connect(fresh.url, 1);
  });
  afterAll(async () => {
    await database?.close();
    await fresh?.drop();
  });

  it('goes up, down to nothing, and up to the same again', async () => {
    await database.migrate();
    const first = await schemaText(database);
    for (const _ of MIGRATIONS) await database.undoLastMigration();
    expect(await schemaText(database)).toBe('');
    await database.migrate();
    expect(await schemaText(database)).toBe(first);
  });

  it('is the one in docs/schema.sql', async () => {
    await database.migrate();
    const text = HEADING + (await schemaText(database));
    if (process.env['LIUQU_WRITE_SCHEMA'] === 'true') writeFileSync(COMMITTED, text);
    expect(text).toBe(readFileSync(COMMITTED, 'utf8'));
  });

  it.each([
    ['a column', 'ALTER TABLE log.topic ADD COLUMN colour text'],
    ['a rule for a column', 'ALTER TABLE log.topic ALTER COLUMN partitions DROP NOT NULL'],
    ['a default', 'ALTER TABLE log.topic ALTER COLUMN partitions SET DEFAULT 12'],
    ['a check', 'ALTER TABLE log.topic ADD CONSTRAINT kept CHECK (retention_days > 0)'],
    ['an index', 'CREATE INDEX topic_by_age ON log.topic (retention_days)'],
    ['a view', 'CREATE VIEW log.old_topic AS SELECT name FROM log.topic'],
    ['an option of a view', 'ALTER VIEW console.cadre RESET (security_invoker)'],
    ['a policy', 'ALTER POLICY seen_in_scope ON resolver.cadre USING (true)'],
    ['the use of policies', 'ALTER TABLE workflow.candidate DISABLE ROW LEVEL SECURITY'],
    ['who may read a column', 'GRANT SELECT (token) ON resolver.cadre TO liuqu_console'],
    ['a trigger', 'DROP TRIGGER outbox_filled ON log.outbox'],
    ['a partition', 'ALTER TABLE projector.reading DETACH PARTITION projector.reading_b'],
    ['a schema', 'CREATE SCHEMA more'],
  ])('shows when %s changes', async (_, change) => {
    await database.migrate();
    const before = await schemaText(database);
    await database.query(change);
    expect(await schemaText(database)).not.toBe(before);
  });
});
