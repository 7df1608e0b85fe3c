import { CommandBus, CqrsModule } from '@nestjs/cqrs';
import { Test, type TestingModule } from '@nestjs/testing';
import { CANDIDATE_DISMISSED, CANDIDATE_PROPOSED, CANDIDATE_TAKEN, CANDIDATE_WITHDRAWN } from '#contracts/inquiry/inquiry-events';
import { dayOf } from '#domain/calendar/day';
import { InquiryStore } from '#domain/inquiry/inquiry-store';
import { Clock } from '#platform/time/clock';
import { FakeInquiryStore } from '#testing/fake-inquiry-store';
import { aGateCorrected, aGatePassed } from '#testing/risk-events';
import { FixedClock } from '#testing/started-app';
import { AskDismissal } from '../ask-dismissal/ask-dismissal.command';
import { AskDismissalHandler } from '../ask-dismissal/ask-dismissal.handler';
import { ConfirmDismissal } from '../confirm-dismissal/confirm-dismissal.command';
import { ConfirmDismissalHandler } from '../confirm-dismissal/confirm-dismissal.handler';
import { CandidateBrake } from '../propose-candidate/candidate-brake';
import { hearGates } from '../propose-candidate/hear-risk-events';
import { RefuseDismissal } from '../refuse-dismissal/refuse-dismissal.command';
import { RefuseDismissalHandler } from '../refuse-dismissal/refuse-dismissal.handler';
import { ReleaseCandidate } from '../release-candidate/release-candidate.command';
import { ReleaseCandidateHandler } from '../release-candidate/release-candidate.handler';
import { ReviewDecision } from '../review-decision/review-decision.command';
import { ReviewDecisionHandler } from '../review-decision/review-decision.handler';
import { TakeCandidate } from '../take-candidate/take-candidate.command';
import { TakeCandidateHandler } from '../take-candidate/take-candidate.handler';

const NO_BRAKE = new CandidateBrake(10);

describe('people decide about a candidate', () => {
  let inquiries: FakeInquiryStore;
  let module: TestingModule;
  let bus: CommandBus;
  let id: string;

  beforeEach(async () => {
    inquiries = new FakeInquiryStore(dayOf('2026-10-05'));
    module = await Test.createTestingModule({
      imports: [CqrsModule],
      providers: [
        { provide: InquiryStore, useValue: inquiries },
        // Half past midnight of the 6th in Shanghai.
        { provide: Clock, useValue: new FixedClock(new Date('2026-10-05T16:30:00Z')) },
        AskDismissalHandler,
        ConfirmDismissalHandler,
        RefuseDismissalHandler,
        TakeCandidateHandler,
        ReviewDecisionHandler,
        ReleaseCandidateHandler,
      ],
    }).compile();
    await module.init();
    bus = module.get(CommandBus);
    const [proposed] = await hearGates(inquiries, [{ kind: 'passed', event: aGatePassed() }], NO_BRAKE);
    id = proposed?.candidateId ?? '';
  });
  afterEach(async () => module.close());

  const heard = (): (readonly [string, unknown])[] => inquiries.announced.map(({ type, data }) => [type, data]);

  it('a dismissal that a handler asks for and the office head confirms', async () => {
    expect(await bus.execute(new AskDismissal(id, 'handler-1', '反映问题已有结论'))).toEqual({ id, state: 'dismissal-asked' });
    expect(await bus.execute(new ConfirmDismissal(id, 'head-1'))).toEqual({ id, state: 'dismissed' });
    const dismissed = { candidateId: id, subject: 'cadre:0001', dismissedOn: '2026-10-06' };
    expect(heard()).toEqual([
      [CANDIDATE_PROPOSED, expect.anything()],
      [CANDIDATE_DISMISSED, dismissed],
    ]);
  });

  it('a dismissal that is refused, and then a taking', async () => {
    await bus.execute(new AskDismissal(id, 'handler-1', '反映问题已有结论'));
    expect(await bus.execute(new RefuseDismissal(id, 'head-1', '尚有一件未核'))).toEqual({ id, state: 'proposed' });
    expect(await bus.execute(new TakeCandidate(id, 'case-1', '线索-2026-017'))).toEqual({ id, state: 'taken' });
    expect(heard().at(-1)).toEqual([CANDIDATE_TAKEN, expect.objectContaining({ takenOn: '2026-10-06', clueNumber: '线索-2026-017' })]);
  });

  it('and the second of two decisions is a conflict with a code', async () => {
    await bus.execute(new TakeCandidate(id, 'case-1', '线索-2026-017'));
    await expect(bus.execute(new TakeCandidate(id, 'case-2', '线索-2026-018'))).rejects.toMatchObject({
      status: 409,
      code: 'candidate-not-open',
    });
  });

  it('nobody confirms what he asked for himself', async () => {
    await bus.execute(new AskDismissal(id, 'head-1', '反映问题已有结论'));
    await expect(bus.execute(new ConfirmDismissal(id, 'head-1'))).rejects.toMatchObject({
      status: 409,
      code: 'dismissal-needs-another-person',
    });
  });

  it('a release of what the brake holds, and nothing before it', async () => {
    const event = aGatePassed({ subject: 'cadre:0002' });
    const [held] = await hearGates(inquiries, [{ kind: 'passed', event }], new CandidateBrake(0));
    const of = held?.candidateId ?? '';
    const take = new TakeCandidate(of, 'case-1', '线索-2026-018');
    await expect(bus.execute(take)).rejects.toMatchObject({ status: 409, code: 'candidate-held' });
    expect(await bus.execute(new ReleaseCandidate(of, 'head-1', '已核对规则'))).toEqual({ id: of, state: 'proposed' });
    expect(heard().at(-1)).toEqual([CANDIDATE_PROPOSED, expect.objectContaining({ candidateId: of, dueOn: '2026-11-02' })]);
    await expect(bus.execute(new ReleaseCandidate(of, 'head-1', '再放一次'))).rejects.toMatchObject({ code: 'candidate-not-held' });
    expect(await bus.execute(take)).toEqual({ id: of, state: 'taken' });
  });

  it('a taking whose basis fell away later: it stands, or goes no further', async () => {
    await bus.execute(new TakeCandidate(id, 'case-1', '线索-2026-017'));
    const review = new ReviewDecision(id, 'head-1', { opinion: 'upheld', reason: '另有两件足以支持' });
    await expect(bus.execute(review)).rejects.toMatchObject({ status: 409, code: 'review-not-asked' });
    await hearGates(inquiries, [{ kind: 'gate-corrected', event: aGateCorrected() }], NO_BRAKE);
    expect(await bus.execute(review)).toEqual({ id, state: 'taken' });
    await hearGates(inquiries, [{ kind: 'gate-corrected', event: aGateCorrected({ correctedBy: 'withdrawn' }) }], NO_BRAKE);
    const withdrawal = new ReviewDecision(id, 'head-1', { opinion: 'withdrawn', reason: '信号所涉另有其人' });
    expect(await bus.execute(withdrawal)).toEqual({ id, state: 'withdrawn' });
    expect(heard().at(-1)).toEqual([CANDIDATE_WITHDRAWN, { candidateId: id, subject: 'cadre:0001', withdrawnOn: '2026-10-06' }]);
  });

  it('and of a candidate that does not exist nothing is found', async () => {
    const unknown = 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee';
    await expect(bus.execute(new RefuseDismissal(unknown, 'head-1', '尚有一件未核'))).rejects.toMatchObject({
      status: 404,
      code: 'candidate-not-found',
    });
  });
});
