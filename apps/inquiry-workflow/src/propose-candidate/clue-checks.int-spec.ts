import { Database } from '#persistence/database';
import { aLevelCorrected, aLevelRaised } from '#testing/risk-events';
import { describeWith, freshDatabase } from '#testing/services/local-services';
import { keepClueChecks } from './clue-checks';
import type { RiskEvent } from './read-risk-events';

const SUBJECT = 'cadre:1';
const raised: RiskEvent = { kind: 'raised', event: aLevelRaised({ subject: SUBJECT, to: 'inquiry' }) };
const fallen: RiskEvent = { kind: 'level-corrected', event: aLevelCorrected({ subject: SUBJECT, now: null }) };

describeWith(['postgres'], 'the queue of cadres for whom a person looks for the clue', () => {
  let fresh: Awaited<ReturnType<typeof freshDatabase>>;
  let database: Database;
  beforeEach(async () => {
    fresh = await freshDatabase();
    database = await Database.connect(fresh.url, 2);
    await database.migrate();
  });
  afterEach(async () => {
    await database?.close();
    await fresh?.drop();
  });

  const queued = async (...batches: readonly (readonly RiskEvent[])[]): Promise<unknown[]> => {
    for (const batch of batches) await database.transaction(async (tx) => keepClueChecks(tx, batch));
    return database.query('SELECT cadre_id, level FROM workflow.clue_check');
  };

  it('holds a cadre once, though what was announced was sent twice', async () => {
    expect(await queued([raised, raised])).toEqual([{ cadre_id: SUBJECT, level: 'inquiry' }]);
  });

  it.each([
    ['in one batch', [[raised, fallen]]],
    ['in two batches', [[raised], [fallen]]],
    ['each sent twice', [[raised, fallen, raised, fallen]]],
  ])('holds nobody whose level has been corrected: %s', async (_, batches) => {
    expect(await queued(...batches)).toEqual([]);
  });

  it('holds a cadre by the edge that reached the level instead, also within one batch', async () => {
    const instead: RiskEvent = {
      kind: 'level-corrected',
      event: aLevelCorrected({ subject: SUBJECT, now: { ...aLevelRaised({ subject: SUBJECT }), to: 'priority' } }),
    };
    expect(await queued([raised, instead])).toEqual([{ cadre_id: SUBJECT, level: 'priority' }]);
    expect(await queued([instead, instead])).toEqual([{ cadre_id: SUBJECT, level: 'priority' }]);
  });
});
