import { Database } from '#persistence/database';
import { uuidOf } from '#platform/event-id';
import { describeWith, freshDatabase } from '#testing/services/local-services';

describeWith(['postgres'], 'what was announced before corrections were', () => {
  let fresh: Awaited<ReturnType<typeof freshDatabase>>;
  let database: Database;
  beforeAll(async () => {
    fresh = await freshDatabase();
    database = await Database.connect(fresh.url, 1);
    await database.migrate();
    while (await canBeCorrected()) await database.undoLastMigration();
  });
  afterAll(async () => {
    await database?.close();
    await fresh?.drop();
  });

  async function canBeCorrected(): Promise<boolean> {
    const [row] = await database.query<{ made: boolean }>(`SELECT to_regclass('projector.told_alert') IS NOT NULL AS made`);
    return row?.made === true;
  }

  it('is known after the migration: alerts by the events of their subject, passed gates by the candidates that came of them', async () => {
    const [raising, other, attached] = [uuidOf('raising'), uuidOf('other'), uuidOf('attached')];
    for (const [place, event] of [raising, other].entries()) {
      await database.query(
        `INSERT INTO projector.ledger (subject, event_id, assignment, log_offset, place, entry) VALUES ('cadre:1', $1, 1, $2, 0, '{}')`,
        [event, place],
      );
    }
    const body = { alertId: '', subject: 'cadre:1', from: 'watch', to: 'inquiry', day: '2026-10-02', e: 59_954, p: 65_000 };
    await database.query(`INSERT INTO dispatcher.alert (seq, alert_id, subject, body) VALUES (1, $1, 'cadre:1', $2)`, [
      uuidOf('alert', 'cadre:1', raising),
      JSON.stringify(body),
    ]);
    await database.query(
      `INSERT INTO workflow.candidate (id, cadre_id, state, version, cause, proposed_on, due_on, level, e_milli, p_milli, policy,
                                       leading_matter, reasons, rest, recommended, later_events)
       VALUES ($1, 'cadre:1', 'proposed', 1, $2, '2026-10-02', '2026-11-02', 'inquiry', 1, 1, 'shipped', 'M', '[]', '{}', '{}', $3)`,
      [uuidOf('candidate'), raising, JSON.stringify([attached])],
    );
    await database.migrate();
    const alerts = await database.query<{ cause: string; policy: string; edge: string }>('SELECT * FROM projector.told_alert');
    expect(alerts.map(({ cause, policy, edge }) => [cause, policy, JSON.parse(edge)])).toEqual([
      [raising, 'shipped', { cause: raising, from: 1, to: 3, day: 9_771, E: 59_954, P: 65_000 }],
    ]);
    const gates = await database.query<{ cause: string; holds: boolean }>('SELECT cause, holds FROM projector.told_gate');
    expect(new Map(gates.map(({ cause, holds }) => [cause, holds]))).toEqual(
      new Map([
        [raising, true],
        [attached, true],
      ]),
    );
  });
});
