import { Database } from '#persistence/database';
import { describeWith, freshDatabase } from '#testing/services/local-services';
import { readersAudit } from './readers-audit';

describeWith(['postgres'], 'the roles as which people read', () => {
  let fresh: Awaited<ReturnType<typeof freshDatabase>>;
  let database: Database;
  beforeAll(async () => {
    fresh = await freshDatabase();
    database = await Database.connect(fresh.url, 1);
    await database.migrate();
  });
  afterAll(async () => {
    await database?.close();
    await fresh?.drop();
  });

  it('see through policies and views of the invoker alone, and write nothing', async () => {
    expect(await readersAudit(database)).toEqual([]);
  });

  it.each([
    [
      'a table without policies',
      `CREATE TABLE workflow.note (cadre_id text, note text); GRANT SELECT (note) ON workflow.note TO liuqu_console`,
      ['workflow.note has no row-level security, and liuqu_console reads it', 'workflow.note has no policy for liuqu_console'],
    ],
    [
      'a table whose policies are off',
      'ALTER TABLE projector.reading DISABLE ROW LEVEL SECURITY',
      [
        'projector.reading has no row-level security, and liuqu_console reads it',
        'projector.reading has no row-level security, and liuqu_console_all reads it',
      ],
    ],
    [
      'a policy that says yes to everybody',
      'CREATE POLICY more ON resolver.cadre FOR SELECT TO liuqu_console USING (true)',
      ['resolver.cadre shows liuqu_console everything'],
    ],
    ['a view of its owner', 'CREATE VIEW console.more AS SELECT * FROM resolver.cadre', ['console.more is read as its owner']],
    [
      'a view of another schema',
      'CREATE VIEW workflow.more AS SELECT * FROM workflow.candidate; GRANT SELECT ON workflow.more TO liuqu_console',
      ['workflow.more is read as its owner'],
    ],
    [
      'a copy of a view',
      'CREATE MATERIALIZED VIEW workflow.copy AS SELECT 1 AS one; GRANT SELECT ON workflow.copy TO liuqu_console',
      ['workflow.copy knows no policies, and liuqu_console reads it'],
    ],
    ['a right to write', 'GRANT DELETE ON workflow.clue_check TO liuqu_console_all', ['liuqu_console_all may write workflow.clue_check']],
    [
      'something owned',
      'CREATE TABLE public.own (id int); ALTER TABLE public.own OWNER TO liuqu_console',
      ['liuqu_console owns something'],
    ],
    ['a mighty role', 'ALTER ROLE liuqu_console BYPASSRLS', ['liuqu_console may do more than read']],
    ['the rights of another', 'GRANT pg_read_all_data TO liuqu_console', ['liuqu_console has the rights of another role']],
  ])('are seen to have %s', async (_, planted, faults) => {
    // Rolled back: the roles are those of every test.
    const found = database.transaction(async (tx) => {
      await tx.query(planted);
      throw new Found(await readersAudit(tx));
    });
    await expect(found).rejects.toMatchObject({ faults: expect.arrayContaining(faults) });
  });
});

class Found extends Error {
  constructor(readonly faults: readonly string[]) {
    super('found');
  }
}
