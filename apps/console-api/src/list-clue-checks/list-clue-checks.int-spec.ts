import { randomUUID } from 'node:crypto';
import { type ClueCheckPage, clueChecksQuestion } from '#contracts/console/clue-checks';
import { Database } from '#persistence/database';
import { ClueCheckQueries } from '#persistence/queries/clue-check-queries';
import { describeWith, freshDatabase } from '#testing/services/local-services';
import { ListClueChecksHandler } from './list-clue-checks.handler';
import { ListClueChecks } from './list-clue-checks.query';

describeWith(['postgres'], 'the list of who is to be checked for a clue', () => {
  let database: Database;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    const fresh = await freshDatabase();
    drop = fresh.drop;
    database = await Database.connect(fresh.url, 2);
    await database.migrate();
  });

  afterAll(async () => {
    await database?.close();
    await drop?.();
  });

  const keep = async (check: ClueCheckPage['items'][number], managedHigher = false): Promise<void> => {
    await database.query(
      `INSERT INTO resolver.cadre (id, token, name, category, managed_higher) VALUES ($1, $1, $2, 'county-managed', $3) ON CONFLICT DO NOTHING`,
      [check.cadreId, check.name, managedHigher],
    );
    await database.query('INSERT INTO workflow.clue_check (cadre_id, cause, level, e_milli, day) VALUES ($1, $2, $3, $4, $5)', [
      check.cadreId,
      check.cause,
      check.level,
      check.e,
      check.day,
    ]);
  };

  const checkOf = (cadre: number, day: string): ClueCheckPage['items'][number] => {
    return { cadreId: `cadre:00${cadre}`, name: `示例${cadre}`, level: 'inquiry', e: 56_000 + cadre, day, cause: randomUUID() };
  };

  const ask = async (question: Record<string, string> = {}): Promise<ClueCheckPage> =>
    new ListClueChecksHandler(new ClueCheckQueries(database)).execute(new ListClueChecks(null, clueChecksQuestion.parse(question)));

  it('has the longest waiting first, in pages without loss, and nobody who is managed higher', async () => {
    expect(await ask()).toEqual({ items: [], next: null });
    const [second, first, third] = [checkOf(1, '2026-05-02'), checkOf(2, '2026-04-11'), checkOf(3, '2026-05-02')];
    for (const check of [second, first, third]) await keep(check);
    await keep(checkOf(4, '2026-03-01'), true);

    const page = await ask({ limit: '2' });
    const rest = await ask({ limit: '2', cursor: page.next ?? '' });

    expect(page.items).toEqual([first, second]);
    expect(rest).toEqual({ items: [third], next: null });
  });
});
