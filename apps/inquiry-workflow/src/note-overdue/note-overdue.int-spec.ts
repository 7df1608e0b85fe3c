import { CANDIDATE_OVERDUE, CANDIDATE_PROPOSED, CANDIDATE_TAKEN, candidateOverdue } from '#contracts/inquiry/inquiry-events';
import { dayOf } from '#domain/calendar/day';
import { Database } from '#persistence/database';
import { PostgresInquiryStore } from '#persistence/postgres-inquiry-store';
import { uuidOf } from '#platform/event-id';
import { eventually } from '#testing/eventually';
import { FakeJobQueue } from '#testing/fake-job-queue';
import { aSnapshot } from '#testing/inquiries';
import { describeWith, freshDatabase } from '#testing/services/local-services';
import { CandidateOverdueJob } from './candidate-overdue.job';
import { OverdueHints } from './overdue-hints';
import { OverdueSweep } from './overdue-sweep';

describeWith(['postgres'], 'a last day to decide', () => {
  let fresh: Awaited<ReturnType<typeof freshDatabase>>;
  let database: Database;
  let inquiries: PostgresInquiryStore;
  let queue: FakeJobQueue;
  let today: number;

  beforeEach(async () => {
    fresh = await freshDatabase();
    database = await Database.connect(fresh.url, 5);
    await database.migrate();
    inquiries = new PostgresInquiryStore(database);
    queue = new FakeJobQueue();
    const [row] = await database.query<{ today: string }>(`SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date::text AS today`);
    today = dayOf(row?.today ?? '');
  });
  afterEach(async () => {
    await queue.close();
    await database.close();
    await fresh.drop();
  });

  const aSweep = (): OverdueSweep => new OverdueSweep(inquiries, new OverdueHints(queue));
  const propose = async (name: string, dueOn: number): Promise<string> => {
    const what = { candidateId: uuidOf(name), cause: uuidOf(name, 'cause'), proposedOn: dueOn - 30, dueOn, snapshot: aSnapshot() };
    await inquiries.change(`cadre:${name}`, () => [{ type: 'CandidateProposed', ...what }]);
    return what.candidateId;
  };
  const overdue = async (): Promise<string[]> => {
    const rows = await database.query<{ data: string }>('SELECT data FROM log.outbox WHERE type = $1 ORDER BY id', [CANDIDATE_OVERDUE]);
    return rows.map(({ data }) => candidateOverdue.parse(JSON.parse(data)).candidateId);
  };

  it('that is over is noted by the sweep alone, once, however many processes sweep', async () => {
    queue.jobs.isAway = true;
    const late = await propose('late', today - 1);
    await propose('in time', today);
    await Promise.all([aSweep().sweep(), aSweep().sweep(), aSweep().sweep()]);
    await aSweep().sweep();
    expect(await overdue()).toEqual([late]);
  });

  it('is kept in the queue from the day before its end, whatever the queue forgot', async () => {
    const [due] = [await propose('due', today), await propose('next month', today + 20)];
    await aSweep().sweep();
    expect([...queue.jobs.waiting.values()].map(({ id }) => id)).toEqual([`${due}-1`]);
    queue.jobs.waiting.clear();
    await aSweep().sweep();
    await aSweep().sweep();
    expect(queue.jobs.waiting.size).toBe(1);
  });

  it('is not noted because a job came early: the database clock decides', async () => {
    const due = await propose('due', today);
    await new CandidateOverdueJob(inquiries).run(`${due}-1`);
    expect(await overdue()).toEqual([]);
  });

  it('is noted by its job as soon as it is over', async () => {
    const job = new CandidateOverdueJob(inquiries);
    await queue.work(job.name, async (id) => job.run(id));
    const late = await propose('late', today - 1);
    await new OverdueHints(queue).schedule([{ candidateId: late, version: 1, dueOn: today - 1 }]);
    await eventually(async () => expect(await overdue()).toEqual([late]));
  });

  it('is not noted after a decision, though both come at the same moment', async () => {
    const names = Array.from({ length: 40 }, (_, place) => `race ${place}`);
    for (const name of names) await propose(name, today - 1);
    const decided = async (name: string): Promise<unknown> =>
      inquiries.change(`cadre:${name}`, () => [{ type: 'CandidateTaken', by: 'case-1', on: today, clueNumber: name }]);
    await Promise.all(names.flatMap((name) => [decided(name), inquiries.noteOverdue(uuidOf(name))]));
    await aSweep().sweep();
    const heard = await database.query<{ type: string; id: string }>(
      `SELECT type, data::jsonb ->> 'candidateId' AS id FROM log.outbox WHERE writer = 'inquiry-workflow' AND type <> $1 ORDER BY log.outbox.id`,
      [CANDIDATE_PROPOSED],
    );
    const typesOf = (id: string): string[] => heard.filter((event) => event.id === id).map(({ type }) => type);
    const courses = new Set(names.map((name) => typesOf(uuidOf(name)).join(', then ')));
    for (const course of courses) expect([CANDIDATE_TAKEN, `${CANDIDATE_OVERDUE}, then ${CANDIDATE_TAKEN}`]).toContain(course);
  });
});
