import { randomBytes } from 'node:crypto';
import { CANDIDATE_PROPOSED, CANDIDATE_TAKEN, candidateProposed } from '#contracts/inquiry/inquiry-events';
import { INQUIRY_EVENTS } from '#contracts/topics';
import { decideInquiry } from '#domain/inquiry/decide-inquiry';
import type { Decision } from '#domain/inquiry/inquiry';
import type { NewRecord } from '#messaging/event-log';
import { Database } from '#persistence/database';
import { PostgresInquiryStore } from '#persistence/postgres-inquiry-store';
import { OffsetMoved } from '#persistence/transaction';
import { uuidOf } from '#platform/event-id';
import { FakeJobQueue } from '#testing/fake-job-queue';
import { aGateCorrected, aGatePassed, aLevelCorrected, aLevelRaised, correctionRecord, riskBatch, riskRecord } from '#testing/risk-events';
import { describeWith, freshDatabase } from '#testing/services/local-services';
import { Sealer } from '#vault/sealer';
import { OverdueHints } from '../note-overdue/overdue-hints';
import { RiskEventsConsumer } from './risk-events.consumer';

const CADRE = 'cadre:0001';

interface CandidateRow {
  readonly id: string;
  readonly cadre_id: string;
  readonly state: string;
  readonly proposed_on: string;
  readonly due_on: string;
  readonly level: string;
  readonly e_milli: number;
  readonly p_milli: number;
  readonly policy: string;
  readonly reasons: unknown;
  readonly recommended: unknown;
  readonly later_events: unknown;
  readonly basis_changes: unknown;
  readonly to_review: boolean;
}

describeWith(['postgres'], 'the workflow hears the projector', () => {
  const sealer = new Sealer(randomBytes(32));
  let fresh: Awaited<ReturnType<typeof freshDatabase>>;
  let database: Database;
  let queue: FakeJobQueue;
  let consumer: RiskEventsConsumer;
  let offset = 0;

  beforeEach(async () => {
    fresh = await freshDatabase();
    database = await Database.connect(fresh.url, 5);
    await database.migrate();
    queue = new FakeJobQueue();
    consumer = new RiskEventsConsumer(database, sealer, new OverdueHints(queue));
    offset = 0;
  });
  afterEach(async () => {
    await database.close();
    await fresh.drop();
  });

  const hear = async (...records: NewRecord[]): Promise<void> => {
    await consumer.hear(riskBatch('inquiry-workflow', records, offset));
    offset += records.length;
  };
  const candidates = async (): Promise<CandidateRow[]> =>
    database.query('SELECT *, proposed_on::text, due_on::text FROM workflow.candidate ORDER BY candidate.proposed_on, id');
  const announced = async (): Promise<{ type: string; topic: string; key: string; data: string }[]> =>
    database.query(`SELECT * FROM log.outbox WHERE writer = 'inquiry-workflow' ORDER BY id`);
  const clueChecks = async (): Promise<{ cadre_id: string; cause: string; level: string; day: string }[]> =>
    database.query('SELECT cadre_id, cause, level, day::text FROM workflow.clue_check ORDER BY cadre_id');
  const decide = async (...decisions: readonly ((candidateId: string) => Decision)[]): Promise<void> => {
    const [open] = (await candidates()).filter(({ state }) => state === 'proposed');
    const store = new PostgresInquiryStore(database);
    for (const decision of decisions) await store.change(CADRE, (inquiry) => decideInquiry(decision(open?.id ?? ''), inquiry));
  };
  const take = async (clueNumber: string): Promise<void> =>
    decide((candidateId) => ({ type: 'TakeCandidate', candidateId, by: 'case-1', on: 9_770, clueNumber }));
  const dismiss = async (): Promise<void> =>
    decide(
      (candidateId) => ({ type: 'AskDismissal', candidateId, by: 'handler-1', reason: '反映问题已有结论' }),
      (candidateId) => ({ type: 'ConfirmDismissal', candidateId, by: 'head-1', on: 9_770 }),
    );

  it('and proposes a candidate that keeps what was announced, with one month to decide', async () => {
    const passed = aGatePassed();
    await hear(riskRecord(aLevelRaised()), riskRecord(passed));
    const [row, ...others] = await candidates();
    expect(others).toEqual([]);
    const { level, e, p, policy, reasons, recommended } = passed;
    expect(row).toMatchObject({ state: 'proposed', level, e_milli: e, p_milli: p, policy, reasons, recommended, later_events: [] });
    expect([row?.proposed_on, row?.due_on]).toEqual(['2026-10-02', '2026-11-02']);
    const [event] = await announced();
    expect([event?.topic, event?.key, event?.type]).toEqual([INQUIRY_EVENTS, CADRE, CANDIDATE_PROPOSED]);
    expect(candidateProposed.parse(JSON.parse(event?.data ?? ''))).toMatchObject({ candidateId: row?.id, dueOn: '2026-11-02' });
  });

  it('and hints the queue when the last day ends', async () => {
    await hear(riskRecord(aGatePassed()));
    const [row] = await candidates();
    const [job] = [...queue.jobs.waiting.values()];
    expect(job).toMatchObject({ id: `${row?.id}-1`, at: new Date('2026-11-02T16:00:00Z') });
  });

  it('and proposes though the queue is away', async () => {
    queue.jobs.isAway = true;
    await hear(riskRecord(aGatePassed()));
    expect(await candidates()).toHaveLength(1);
  });

  it('once, however often it is delivered', async () => {
    const records = [riskRecord(aLevelRaised()), riskRecord(aGatePassed())];
    await hear(...records);
    await expect(consumer.hear(riskBatch('inquiry-workflow', records))).rejects.toThrow(OffsetMoved);
    await hear(...records, ...records);
    await take('线索-2026-001');
    await hear(...records);
    expect((await candidates()).map(({ state }) => state)).toEqual(['taken']);
    expect((await announced()).map(({ type }) => type)).toEqual([CANDIDATE_PROPOSED, CANDIDATE_TAKEN]);
  });

  it('once, though two owners of the partition take the same batch at the same moment', async () => {
    const batch = riskBatch('inquiry-workflow', [riskRecord(aGatePassed())]);
    const both = await Promise.allSettled([consumer.hear(batch), consumer.hear(batch)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await candidates()).toHaveLength(1);
    expect(await announced()).toHaveLength(1);
  });

  it('and attaches later events to what is open, in the order in which they came', async () => {
    const later = ['b', 'c', 'd'].map((cause) => aGatePassed({ cause, heldBefore: true, causeMatter: cause }));
    await hear(riskRecord(aGatePassed()), ...later.slice(0, 2).map(riskRecord));
    await hear(...later.map(riskRecord));
    const [row, ...others] = await candidates();
    expect([row?.later_events, others]).toEqual([later.map(({ cause }) => cause), []]);
  });

  it('and attaches to the taken one, though it is news', async () => {
    await hear(riskRecord(aGatePassed()));
    await take('线索-2026-001');
    const news = aGatePassed({ cause: 'another matter', heldBefore: true, causeMatter: 'B' });
    await hear(riskRecord(news), riskRecord(aGatePassed({ cause: 'passed anew', heldBefore: false })));
    expect(await candidates()).toMatchObject([{ state: 'taken', later_events: [news.cause, uuidOf('test', 'passed anew')] }]);
    expect((await announced()).map(({ type }) => type)).toEqual([CANDIDATE_PROPOSED, CANDIDATE_TAKEN]);
  });

  it('and after a dismissal proposes again only for news', async () => {
    await hear(riskRecord(aGatePassed()));
    await dismiss();
    await hear(riskRecord(aGatePassed({ cause: 'more of the same', heldBefore: true })));
    expect(await candidates()).toHaveLength(1);
    await hear(riskRecord(aGatePassed({ cause: 'another matter', heldBefore: true, causeMatter: 'B', day: '2026-10-20' })));
    expect((await candidates()).map(({ state, proposed_on }) => [state, proposed_on])).toEqual([
      ['dismissed', '2026-10-02'],
      ['proposed', '2026-10-20'],
    ]);
    await dismiss();
    await hear(riskRecord(aGatePassed({ cause: 'verified', heldBefore: true, causeRaisesStatus: true, day: '2026-11-05' })));
    expect((await candidates()).map(({ state }) => state)).toEqual(['dismissed', 'dismissed', 'proposed']);
  });

  it('and queues for a clue check who reached the level, but not the gate', async () => {
    const causes = { subject: CADRE, cause: 'no grounds' };
    await hear(riskRecord(aLevelRaised(causes)), riskRecord(aLevelRaised({ subject: 'cadre:0002', to: 'remind' })));
    expect(await clueChecks()).toEqual([{ cadre_id: CADRE, cause: uuidOf('test', 'no grounds'), level: 'inquiry', day: '2026-10-02' }]);
    expect(await candidates()).toEqual([]);
  });

  it('and takes a cadre out of that queue when the same event passes the gate, in the same batch or the next', async () => {
    const [raised, passed] = [riskRecord(aLevelRaised()), riskRecord(aGatePassed())];
    await hear(raised);
    expect(await clueChecks()).toHaveLength(1);
    await hear(passed);
    expect(await clueChecks()).toEqual([]);
    const other = { subject: 'cadre:0002', cause: 'both' };
    await hear(riskRecord(aLevelRaised({ ...other, to: 'priority' })), riskRecord(aGatePassed(other)), raised, passed);
    expect(await clueChecks()).toEqual([]);
  });

  it('and takes a cadre out of that queue when a later event opens the gate, whatever of that cadre stood in it', async () => {
    const checked = ['no grounds', 'still none'].map((cause) => riskRecord(aLevelRaised({ cause })));
    const other = riskRecord(aLevelRaised({ subject: 'cadre:0002', cause: 'no grounds' }));
    await hear(...checked, other);
    expect(await clueChecks()).toHaveLength(3);
    await hear(riskRecord(aGatePassed({ cause: 'grounds' })));
    expect((await clueChecks()).map(({ cadre_id }) => cadre_id)).toEqual(['cadre:0002']);
  });

  it('and queues anew who reaches the level without the gate after it had been open, in one batch too', async () => {
    const anew = riskRecord(aLevelRaised({ cause: 'anew' }));
    await hear(riskRecord(aLevelRaised()), riskRecord(aGatePassed()), anew);
    expect((await clueChecks()).map(({ cause }) => cause)).toEqual([uuidOf('test', 'anew')]);
  });

  it('and takes out of that queue whose edge turns out not to reach the level, and what reached it in its place takes over', async () => {
    const [raised, other] = [aLevelRaised({ cause: 'first' }), aLevelRaised({ subject: 'cadre:0002', cause: 'first' })];
    await hear(riskRecord(raised), riskRecord(other));
    const edge = { from: 'none', to: 'inquiry', day: '2026-10-09', e: 56_000, p: 56_000 } as const;
    const later = aLevelCorrected({ cause: 'later', said: null, now: edge });
    await hear(...[aLevelCorrected(), later, aLevelCorrected({ subject: 'cadre:0002' })].map(correctionRecord));
    expect(await clueChecks()).toEqual([{ cadre_id: CADRE, cause: later.cause, level: 'inquiry', day: '2026-10-09' }]);
    await hear(correctionRecord(aLevelCorrected({ cause: 'later', correctedBy: 'again', said: edge, now: { ...edge, to: 'remind' } })));
    expect(await clueChecks()).toEqual([]);
  });

  it('and queues who is back at the level, but nobody by a correction of old numbers', async () => {
    const edge = { from: 'none', to: 'priority', day: '2026-10-02', e: 76_000, p: 76_000 } as const;
    await hear(correctionRecord(aLevelCorrected({ said: { ...edge, e: 77_000 }, now: edge })));
    expect(await clueChecks()).toEqual([]);
    await hear(correctionRecord(aLevelCorrected({ correctedBy: 'back', said: null, now: edge, raises: true })));
    expect((await clueChecks()).map(({ level }) => level)).toEqual(['priority']);
    await hear(riskRecord(aGatePassed({ cause: 'grounds' })));
    expect(await clueChecks()).toEqual([]);
  });

  it('and marks an open candidate whose basis fell away, with what did, and leaves it to people', async () => {
    await hear(riskRecord(aGatePassed()), correctionRecord(aGateCorrected()));
    await hear(correctionRecord(aGateCorrected()), correctionRecord(aGateCorrected({ cause: 'unknown', correctedBy: 'else' })));
    const [row] = await candidates();
    const { correctedBy, ground, day, level, e, p, holds, lowered } = aGateCorrected();
    const change = { correctedBy, ground, day, level, e, p, holds, lowered, causeFell: true };
    expect(row).toMatchObject({ state: 'proposed', to_review: false, basis_changes: [change] });
  });

  it('and asks for a look at a decision whose basis fell away, and takes nothing back by itself', async () => {
    await hear(riskRecord(aGatePassed()));
    await take('线索-2026-001');
    await hear(correctionRecord(aGateCorrected()));
    expect(await candidates()).toMatchObject([{ state: 'taken', to_review: true, basis_changes: { length: 1 } }]);
    expect((await announced()).map(({ type }) => type)).toEqual([CANDIDATE_PROPOSED, CANDIDATE_TAKEN]);
  });

  it('and proposes nothing for a unit', async () => {
    await hear(riskRecord(aLevelRaised({ subject: 'unit:0001' })), riskRecord(aGatePassed({ subject: 'unit:0001' })));
    expect([await candidates(), await clueChecks()]).toEqual([[], []]);
  });

  it('and keeps what cannot be read, sealed, while the others go on', async () => {
    const broken = { ...riskRecord(aGatePassed({ cause: 'broken' })), value: Buffer.from('{"subject":"cadre:0009"') };
    await hear(broken, riskRecord(aGatePassed()));
    expect(await candidates()).toHaveLength(1);
    const [parked] = await database.query<{ reason: string; sealed: Buffer }>('SELECT reason, sealed FROM log.parked');
    expect(parked?.reason).toBe('the value is not JSON');
    expect(parked?.sealed.includes('cadre:0009')).toBe(false);
    expect(sealer.open(parked?.sealed ?? Buffer.of(), 'parked/risk.events.v1/0/0').toString()).toBe('{"subject":"cadre:0009"');
  });

  it('and opens one candidate for each of many cadres, with their events in any order among them', async () => {
    const cadres = Array.from({ length: 60 }, (_, place) => `cadre:${place}`);
    const first = cadres.map((subject) => riskRecord(aGatePassed({ subject })));
    const later = cadres.map((subject) => riskRecord(aGatePassed({ subject, cause: 'later', heldBefore: true })));
    await hear(...first, ...later);
    const rows = await candidates();
    expect(new Set(rows.map(({ cadre_id }) => cadre_id))).toEqual(new Set(cadres));
    expect(rows.every(({ later_events }) => (later_events as string[]).length === 1)).toBe(true);
    expect(queue.jobs.waiting.size).toBe(60);
  });
});
