import { SHIPPED_POLICY } from '#domain/risk/policies';
import { digestOfReadings } from '#persistence/readings/digest-of-slot';
import { FakeEventLog } from '#testing/fake-event-log';
import { approvedPolicy, aPolicy } from '#testing/policies';
import { randomFacts } from '#testing/random-facts';
import { describeWith } from '#testing/services/local-services';
import { TwoSlots } from '../../../../test/rebuild/two-slots';
import { SlotBehind } from './flip-slots';

const SWITCH = { kind: 'switch', by: 'head', reason: '启用' } as const;
const BACK = { kind: 'back', by: 'head', reason: '退回' } as const;
const { 'self-personal-matters-late': _, ...withoutSelf } = SHIPPED_POLICY.weights;

/** It cannot read a code that the log has: whoever has such a signal waits from there on. */
const NARROW = aPolicy({ weights: withoutSelf });
const MILD = aPolicy({ weights: { ...SHIPPED_POLICY.weights, 'org-audit-exit-finding': { '1': 1, '2': 2, '3': 5, '4': 10, '5': 20 } } });

describeWith(['postgres'], 'a switch', () => {
  let slots: TwoSlots;
  beforeEach(async () => {
    slots = await TwoSlots.over(new FakeEventLog());
  });
  afterEach(async () => slots?.close());

  const prepare = async (policy?: string): Promise<void> => {
    await slots.fill({}, await slots.begin(policy));
    await slots.certify();
  };
  const flip = async (asked: typeof SWITCH | typeof BACK): Promise<void> => {
    await slots.follow();
    await slots.whileFollowing(async () => slots.rebuilds.flip(asked));
  };
  /** What waits may stand there as it came. */
  const ledgerOf = async ({ database }: TwoSlots): Promise<readonly unknown[]> =>
    database.query(
      `SELECT subject, event_id, assignment, log_offset, place, state, CASE WHEN state = 'folded' THEN entry END AS entry
         FROM projector.ledger ORDER BY subject, log_offset, place`,
    );
  const reviews = async (): Promise<readonly { subject: string; state: string }[]> =>
    slots.database.query('SELECT subject, state FROM projector.policy_review ORDER BY subject, state');
  const higherIn = async (made: string, was: string): Promise<readonly string[]> => {
    const rows = await slots.database.query<{ subject: string }>(
      `SELECT made.subject FROM projector.reading made JOIN projector.reading was ON was.slot = $2 AND was.subject = made.subject
        WHERE made.slot = $1 AND made.listed_level > was.listed_level ORDER BY 1`,
      [made, was],
    );
    return rows.map(({ subject }) => subject);
  };
  const policyInForce = async (): Promise<unknown> => {
    const [row] = await slots.database.query<{ name: string }>(`SELECT name FROM projector.policy WHERE kind = 'odds' AND state = 'live'`);
    return row?.name;
  };

  it('leaves readings and ledger as if its policy had been live from the beginning, and back they are as if it had never been', async () => {
    const straight = await TwoSlots.over(new FakeEventLog());
    try {
      const [first, second] = [randomFacts(11, 700, 30), randomFacts(12, 300, 30)];
      await slots.append(first);
      await slots.takeLive();
      const { hash } = await approvedPolicy(slots.database, NARROW);
      await prepare(hash);
      await flip(SWITCH);
      expect(await policyInForce()).toBe(NARROW.name);
      await slots.append(second);
      await slots.takeLive(13);
      const waiting = await slots.database.query(`SELECT 1 FROM projector.ledger WHERE state = 'parked' AND entry LIKE '{"subject":%'`);
      expect(waiting.length).toBeGreaterThan(3);
      await flip(BACK);
      expect(await policyInForce()).toBe('shipped');
      await slots.append(randomFacts(13, 100, 30));
      await slots.takeLive();

      await straight.append([...first, ...second, ...randomFacts(13, 100, 30)]);
      await straight.takeLive();
      expect(await digestOfReadings(slots.database)).toBe((await straight.digests()).a);
      expect(await slots.rowsOf('a')).toEqual(await straight.rowsOf('a'));
      expect(await ledgerOf(slots)).toEqual(await ledgerOf(straight));
    } finally {
      await straight.close();
    }
  });

  it('announces nothing but that the policy is live, and lists who stands higher by it alone; a step back takes them off again', async () => {
    await slots.append(randomFacts(14, 900, 40));
    await slots.takeLive();
    const mild = await approvedPolicy(slots.database, MILD);
    await prepare(mild.hash);
    await flip(SWITCH);
    const raised = await higherIn('b', 'a');
    expect(await reviews()).toEqual(raised.map((subject) => ({ subject, state: 'open' })));

    const [shipped] = await slots.database.query<{ hash: string }>(`SELECT hash FROM projector.policy WHERE name = 'shipped'`);
    await prepare(shipped?.hash);
    const before = await slots.database.query<{ topic: string }>('SELECT topic FROM log.outbox');
    await flip(SWITCH);
    const listed = await higherIn('a', 'b');
    expect(listed.length).toBeGreaterThan(5);
    expect((await reviews()).filter(({ state }) => state === 'open').map(({ subject }) => subject)).toEqual(
      [...raised, ...listed].toSorted(),
    );
    const topics = (await slots.database.query<{ topic: string }>('SELECT topic FROM log.outbox')).map(({ topic }) => topic);
    expect(topics.length).toBe(before.length + 2);
    expect(topics.filter((topic) => topic === 'policy.events.v1')).toHaveLength(
      topics.filter((topic) => topic !== 'risk.events.v1').length,
    );

    await flip(BACK);
    const states = (await reviews()).map(({ state }) => state);
    expect(states.filter((state) => state === 'lapsed')).toHaveLength(listed.length);
  });

  it('does not come about when nobody brings the slot to where the live one stands: nothing changes, and the live one goes on', async () => {
    await slots.append(randomFacts(15, 200, 10));
    await slots.takeLive();
    await prepare();
    await slots.append(randomFacts(16, 50, 10));
    await slots.takeLive();
    await expect(slots.rebuilds.flip(SWITCH)).rejects.toThrow(SlotBehind);
    expect(await slots.database.query(`SELECT slot FROM projector.slot WHERE state = 'live'`)).toEqual([{ slot: 'a' }]);
    expect(await slots.database.query('SELECT 1 FROM projector.slot_switch')).toEqual([]);
    await slots.append(randomFacts(17, 50, 10));
    await slots.takeLive();
    await flip(SWITCH);
    expect(await slots.database.query(`SELECT slot FROM projector.slot WHERE state = 'live'`)).toEqual([{ slot: 'b' }]);
  });

  it('holds batches that come meanwhile until it is done: none is in the old slot alone, be its partition new or known', async () => {
    await slots.append(randomFacts(18, 300, 4));
    await slots.takeLive();
    await prepare();
    await slots.append(randomFacts(19, 600, 60));
    const [taken] = await Promise.allSettled([
      slots.takeLive(3),
      (async () => {
        for (let tries = 0; tries < 20; tries += 1) {
          const done = await flip(SWITCH).then(
            () => true,
            (error: unknown) => !(error instanceof SlotBehind),
          );
          if (done) return;
        }
      })(),
    ]);
    expect(taken.status).toBe('fulfilled');
    await slots.follow();
    expect(await slots.database.query('SELECT kind FROM projector.slot_switch')).toEqual([{ kind: 'switch' }]);
    const { a, b } = await slots.digests();
    expect(b).toBe(a);
  });
});
