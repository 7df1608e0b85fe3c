import { CANDIDATE_PROPOSED } from '#contracts/inquiry/inquiry-events';
import { dayOf } from '#domain/calendar/day';
import { uuidOf } from '#platform/event-id';
import { FakeInquiryStore } from '#testing/fake-inquiry-store';
import { aGateCorrected, aGatePassed } from '#testing/risk-events';
import { type GateHeard, hearGates } from './hear-risk-events';

const passed = (...told: Parameters<typeof aGatePassed>): GateHeard => ({ kind: 'passed', event: aGatePassed(...told) });

describe('a passed gate', () => {
  let inquiries: FakeInquiryStore;
  beforeEach(() => {
    inquiries = new FakeInquiryStore(dayOf('2026-10-02'));
  });

  it('proposes a candidate under an id that follows from policy, cadre and cause', async () => {
    const proposed = await hearGates(inquiries, [passed()]);
    const id = uuidOf('candidate', 'policy-1', 'cadre:0001', uuidOf('test', 'first'));
    expect(proposed).toEqual([{ candidateId: id, version: 1, dueOn: dayOf('2026-11-02') }]);
    expect(inquiries.announced.map(({ type, key }) => [type, key])).toEqual([[CANDIDATE_PROPOSED, 'cadre:0001']]);
  });

  it('proposes once, however often it is heard', async () => {
    await hearGates(inquiries, [passed(), passed()]);
    expect(await hearGates(inquiries, [passed()])).toEqual([]);
    expect(inquiries.announced).toHaveLength(1);
  });

  it('of a later event attaches to what is open, and counts as one change of the cadre', async () => {
    const events = [passed(), passed({ cause: 'second', heldBefore: true }), passed({ subject: 'cadre:0002' })];
    const proposed = await hearGates(inquiries, events);
    expect(proposed.map(({ version }) => version)).toEqual([2, 1]);
    expect(inquiries.stateOf('cadre:0001')).toMatchObject({ candidate: { laterEvents: [uuidOf('test', 'second')] } });
  });
});

describe('a corrected gate', () => {
  it('marks the candidate that rests on what counts for less, once, however often it is heard', async () => {
    const inquiries = new FakeInquiryStore(dayOf('2026-10-02'));
    const corrected: GateHeard = { kind: 'gate-corrected', event: aGateCorrected() };
    expect(await hearGates(inquiries, [passed(), corrected, corrected])).toHaveLength(1);
    await hearGates(inquiries, [corrected]);
    const [change, ...others] = basisOf(inquiries);
    expect(change).toMatchObject({ correctedBy: uuidOf('test', 'refuted'), causeFell: true, lowered: [{ statusIs: 'refuted' }] });
    expect(others).toEqual([]);
  });

  it('marks nothing of what was proposed without it', async () => {
    const inquiries = new FakeInquiryStore(dayOf('2026-10-02'));
    await hearGates(inquiries, [passed(), { kind: 'gate-corrected', event: aGateCorrected({ cause: 'another' }) }]);
    expect(basisOf(inquiries)).toEqual([]);
  });
});

function basisOf(inquiries: FakeInquiryStore): readonly unknown[] {
  const inquiry = inquiries.stateOf('cadre:0001');
  return inquiry.status === 'not-proposed' ? [] : inquiry.candidate.basisChanges;
}
