import { SHIPPED_POLICY } from '#domain/risk/policies';
import { approvedPolicy, aPolicy } from '#testing/policies';
import { aSignalFact } from '#testing/risk-facts';
import { factRecord } from '#testing/random-facts';
import { FakeEventLog } from '#testing/fake-event-log';
import { describeWith } from '#testing/services/local-services';
import { liveSlot } from '../../apps/risk-projector/src/reading-slots/reading-slot';
import { rereadReadings } from '../../apps/risk-projector/src/reread-readings/reread-readings';
import { TwoSlots } from './two-slots';

const TRIGGERS = 10_000;

/** So many of them are of class 3, the others of class 4, which opens the gate; under this policy class 3 does so too. */
const RAISED = TRIGGERS / 10;
const HARDER = aPolicy({
  weights: { ...SHIPPED_POLICY.weights, 'org-audit-exit-finding': { '1': 5, '2': 15, '3': 60, '4': 65, '5': 80 } },
});

/** What filling, following and comparing may write: the slot, how far it is, and what was found. */
const OF_THE_SLOT = ['projector.reading_b', 'projector.slot', 'projector.slot_part', 'projector.certificate'];

describeWith(['postgres'], `a rebuild over ${TRIGGERS} old triggers`, () => {
  let slots: TwoSlots;
  afterAll(async () => slots?.close());

  /** A digest of the content of every table. */
  const contents = async (): Promise<Readonly<Record<string, string>>> => {
    const tables = await slots.database.query<{ name: string }>(
      `SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) AS name FROM pg_tables
        WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
    );
    const told: Record<string, string> = {};
    for (const { name } of tables) {
      // The table of both slots says nothing that its partitions do not say.
      if (name === 'projector.reading' || OF_THE_SLOT.includes(name)) continue;
      const [row] = await slots.database.query<{ told: string }>(
        `SELECT count(*) || ' ' || coalesce(sum(hashtextextended(kept::text, 0)::numeric), 0) AS told FROM ${name} kept`,
      );
      told[name] = row?.told ?? '';
    }
    return told;
  };

  it('leaves all tables but those of the slot as they are: no alert, no candidate, no row that waits to go out', async () => {
    slots = await TwoSlots.over(new FakeEventLog());
    const triggers = Array.from({ length: TRIGGERS }, (_, at) =>
      factRecord(aSignalFact({ id: `t-${at}`, subject: `cadre:${at}`, severity: at < RAISED ? 3 : 4, status: 'verified' })),
    );
    await slots.append(triggers);
    await slots.takeLive();
    expect(await slots.outgoing()).toBeGreaterThanOrEqual(TRIGGERS);
    const { hash } = await approvedPolicy(slots.database, HARDER);
    // What lists show of today is brought to today by the daily sweep, whether anything is rebuilt or not.
    await rereadReadings(slots.database, await liveSlot(slots.database));
    const before = await contents();
    expect(Object.keys(before)).toEqual(
      expect.arrayContaining(['log.outbox', 'workflow.candidate', 'dispatcher.alert', 'projector.reading_a']),
    );

    await slots.fill({}, await slots.begin(hash));
    await slots.follow();
    await slots.certify();
    const [made] = await slots.database.query<{ rows: number; higher: number }>(
      `SELECT count(*)::int AS rows, count(*) FILTER (WHERE made.level > was.level)::int AS higher
         FROM projector.reading made JOIN projector.reading was ON was.slot = 'a' AND was.subject = made.subject WHERE made.slot = 'b'`,
    );
    expect([made?.rows, made?.higher]).toEqual([TRIGGERS, RAISED]);
    expect(await contents()).toEqual(before);
  }, 300_000);

  it('puts who stands higher on the review list when it is switched to, and out by nothing', async () => {
    const before = await slots.database.query<{ topic: string; count: number }>(
      'SELECT topic, count(*)::int AS count FROM log.outbox GROUP BY topic',
    );
    await slots.whileFollowing(async () => slots.rebuilds.flip({ kind: 'switch', by: 'head', reason: '启用' }));
    const [open] = await slots.database.query(`SELECT count(*)::int AS count FROM projector.policy_review WHERE state = 'open'`);
    expect(open).toEqual({ count: RAISED });
    const after = await slots.database.query<{ topic: string; count: number }>(
      'SELECT topic, count(*)::int AS count FROM log.outbox GROUP BY topic',
    );
    const notOfPolicies = (rows: typeof after): typeof after => rows.filter(({ topic }) => topic !== 'policy.events.v1');
    expect(notOfPolicies(after)).toEqual(notOfPolicies(before));
  }, 300_000);
});
