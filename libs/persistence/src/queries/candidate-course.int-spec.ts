import { decideInquiry } from '#domain/inquiry/decide-inquiry';
import type { InquiryCommand } from '#domain/inquiry/inquiry';
import { dayOf } from '#domain/calendar/day';
import { Database, type Scope } from '#persistence/database';
import { PostgresInquiryStore } from '#persistence/postgres-inquiry-store';
import { CandidateQueries } from '#persistence/queries/candidate-queries';
import { anAnnouncement } from '#testing/inquiries';
import { describeWith, freshDatabase } from '#testing/services/local-services';

const CADRE = 'cadre:0001';

describeWith(['postgres'], 'the course of a candidate', () => {
  let fresh: Awaited<ReturnType<typeof freshDatabase>>;
  let database: Database;

  beforeAll(async () => {
    fresh = await freshDatabase();
    database = await Database.connect(fresh.url, 2);
    await database.migrate();
    await database.query(`INSERT INTO resolver.unit (code, name, category) VALUES ('T1', '甲镇', 'township'), ('T2', '乙镇', 'township')`);
    await database.query(`INSERT INTO resolver.post (code, unit_code, title, factors) VALUES ('P1', 'T1', '镇长', '{}')`);
    await database.query(`INSERT INTO resolver.cadre (id, token, name, category) VALUES ($1, $1, '示例', '其他')`, [CADRE]);
    await database.query(`INSERT INTO resolver.post_history (cadre_id, post_code, from_day) VALUES ($1, 'P1', '2020-01-01')`, [CADRE]);
  });
  afterAll(async () => {
    await database?.close();
    await fresh?.drop();
  });

  const happens = async (command: InquiryCommand): Promise<void> => {
    await new PostgresInquiryStore(database).change(CADRE, (inquiry) => decideInquiry(command, inquiry));
  };
  const courseOf = async (scope: Scope, id: string): Promise<unknown> => (await new CandidateQueries(database).find(scope, id))?.course;
  const courses = async (scope: Scope): Promise<unknown[]> =>
    Promise.all((await new CandidateQueries(database).list(scope, { limit: 5 })).map(async ({ id }) => courseOf(scope, id)));

  it('has every step with who took it, when and why, in turn, a refused dismissal too, and is seen where its cadre is', async () => {
    const announcement = anAnnouncement();
    const { candidateId } = announcement;
    await happens({ type: 'ProposeCandidate', announcement });
    await happens({ type: 'AskDismissal', candidateId, by: 'handler-1', reason: '已有结论' });
    await happens({ type: 'RefuseDismissal', candidateId, by: 'head-1', reason: '尚有一件未核' });
    await happens({ type: 'AskDismissal', candidateId, by: 'handler-1', reason: '已核完' });
    await happens({ type: 'ConfirmDismissal', candidateId, by: 'head-1', on: dayOf('2026-05-06') });
    const at = expect.stringMatching(/^\d{4}-\d{2}-\d{2}T/) as unknown;
    const course = [
      { at, type: 'DismissalAsked', by: 'handler-1', reason: '已有结论' },
      { at, type: 'DismissalRefused', by: 'head-1', reason: '尚有一件未核' },
      { at, type: 'DismissalAsked', by: 'handler-1', reason: '已核完' },
      { at, type: 'CandidateDismissed', by: 'head-1', reason: null },
    ];
    expect(await courses(null)).toEqual([course]);
    expect(await courses('T1')).toEqual([course]);
    expect(await courses('T2')).toEqual([]);
  });

  it('is apart from that of the candidate before it', async () => {
    const later = anAnnouncement({ candidateId: '33333333-3333-4333-8333-333333333333', cause: '44444444-4444-4444-8444-444444444444' });
    await happens({ type: 'ProposeCandidate', announcement: later });
    const both = await new CandidateQueries(database).list(null, { limit: 5 });
    const before = both.find(({ id }) => id !== later.candidateId);
    expect(await courseOf(null, later.candidateId)).toEqual([]);
    expect(await courseOf(null, before?.id ?? '')).toHaveLength(4);
    expect(await courseOf('T2', before?.id ?? '')).toBeUndefined();
  });
});
