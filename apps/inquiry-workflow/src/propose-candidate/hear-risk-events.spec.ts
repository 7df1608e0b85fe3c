import { CANDIDATE_PROPOSED } from '#contracts/inquiry/inquiry-events';
import { dayOf } from '#domain/calendar/day';
import { uuidOf } from '#platform/event-id';
import { FakeInquiryStore } from '#testing/fake-inquiry-store';
import { aGateCorrected, aGatePassed } from '#testing/risk-events';
import { CandidateBrake } from './candidate-brake';
import { type GateHeard, hearGates } from './hear-risk-events';

const passed = (...told: Parameters<typeof aGatePassed>): GateHeard => ({ kind: 'passed', event: aGatePassed(...told) });

const hear = async (inquiries: FakeInquiryStore, heard: readonly GateHeard[], most = 10): ReturnType<typeof hearGates> =>
  hearGates(inquiries, heard, new CandidateBrake(most));

describe('a passed gate', () => {
  let inquiries: FakeInquiryStore;
  beforeEach(() => {
    inquiries = new FakeInquiryStore(dayOf('2026-10-02'));
  });

  it('proposes a candidate under an id that follows from policy, cadre and cause', async () => {
    const proposed = await hear(inquiries, [passed()]);
    const id = uuidOf('candidate', 'policy-1', 'cadre:0001', uuidOf('test', 'first'));
    expect(proposed).toEqual([{ candidateId: id, version: 1, dueOn: dayOf('2026-11-02') }]);
    expect(inquiries.announced.map(({ type, key }) => [type, key])).toEqual([[CANDIDATE_PROPOSED, 'cadre:0001']]);
  });

  it('proposes once, however often it is heard', async () => {
    await hear(inquiries, [passed(), passed()]);
    expect(await hear(inquiries, [passed()])).toEqual([]);
    expect(inquiries.announced).toHaveLength(1);
  });

  it('of a later event attaches to what is open, and counts as one change of the cadre', async () => {
    const events = [passed(), passed({ cause: 'second', heldBefore: true }), passed({ subject: 'cadre:0002' })];
    const proposed = await hear(inquiries, events);
    expect(proposed.map(({ version }) => version)).toEqual([2, 1]);
    expect(inquiries.stateOf('cadre:0001')).toMatchObject({ candidate: { laterEvents: [uuidOf('test', 'second')] } });
  });
});

describe('more gates passed in a day than the limit', () => {
  const statesOf = (inquiries: FakeInquiryStore): string[] => [...inquiries.streams.keys()].map((cadre) => inquiries.stateOf(cadre).status);

  it('make candidates that are held, each with its own last day, and nobody else hears of them', async () => {
    const inquiries = new FakeInquiryStore(dayOf('2026-10-02'));
    const passages = ['cadre:0001', 'cadre:0002', 'cadre:0003'].map((subject) => passed({ subject }));
    const made = await hear(inquiries, [...passages, passed({ subject: 'cadre:0004', day: '2026-10-03' })], 2);
    expect(statesOf(inquiries)).toEqual(['proposed', 'proposed', 'held', 'proposed']);
    expect(made.map(({ dueOn }) => dueOn)).toEqual(['2026-11-02', '2026-11-02', '2026-11-02', '2026-11-03'].map(dayOf));
    expect(inquiries.announced.map(({ key }) => key)).toEqual(['cadre:0001', 'cadre:0002', 'cadre:0004']);
  });

  it('of one cadre count once, and what attaches counts nothing', async () => {
    const inquiries = new FakeInquiryStore(dayOf('2026-10-02'));
    await hear(inquiries, [passed(), passed({ cause: 'second', heldBefore: true }), passed({ subject: 'cadre:0002' })], 2);
    expect(statesOf(inquiries)).toEqual(['proposed', 'proposed']);
  });
});

describe('a corrected gate', () => {
  it('marks the candidate that rests on what counts for less, once, however often it is heard', async () => {
    const inquiries = new FakeInquiryStore(dayOf('2026-10-02'));
    const corrected: GateHeard = { kind: 'gate-corrected', event: aGateCorrected() };
    expect(await hear(inquiries, [passed(), corrected, corrected])).toHaveLength(1);
    await hear(inquiries, [corrected]);
    const [change, ...others] = basisOf(inquiries);
    expect(change).toMatchObject({ correctedBy: uuidOf('test', 'refuted'), causeFell: true, lowered: [{ statusIs: 'refuted' }] });
    expect(others).toEqual([]);
  });

  it('marks nothing of what was proposed without it', async () => {
    const inquiries = new FakeInquiryStore(dayOf('2026-10-02'));
    await hear(inquiries, [passed(), { kind: 'gate-corrected', event: aGateCorrected({ cause: 'another' }) }]);
    expect(basisOf(inquiries)).toEqual([]);
  });
});

function basisOf(inquiries: FakeInquiryStore): readonly unknown[] {
  const inquiry = inquiries.stateOf('cadre:0001');
  return inquiry.status === 'not-proposed' ? [] : inquiry.candidate.basisChanges;
}
