import { CANDIDATE_PROPOSED } from '#contracts/inquiry/inquiry-events';
import { dayOf } from '#domain/calendar/day';
import { uuidOf } from '#platform/event-id';
import { FakeInquiryStore } from '#testing/fake-inquiry-store';
import { aGatePassed } from '#testing/risk-events';
import { hearGatePassed } from './hear-risk-events';

describe('a passed gate', () => {
  let inquiries: FakeInquiryStore;
  beforeEach(() => {
    inquiries = new FakeInquiryStore(dayOf('2026-10-02'));
  });

  it('proposes a candidate under an id that follows from policy, cadre and cause', async () => {
    const proposed = await hearGatePassed(inquiries, [aGatePassed()]);
    const id = uuidOf('candidate', 'policy-1', 'cadre:0001', uuidOf('test', 'first'));
    expect(proposed).toEqual([{ candidateId: id, version: 1, dueOn: dayOf('2026-11-02') }]);
    expect(inquiries.announced.map(({ type, key }) => [type, key])).toEqual([[CANDIDATE_PROPOSED, 'cadre:0001']]);
  });

  it('proposes once, however often it is heard', async () => {
    await hearGatePassed(inquiries, [aGatePassed(), aGatePassed()]);
    expect(await hearGatePassed(inquiries, [aGatePassed()])).toEqual([]);
    expect(inquiries.announced).toHaveLength(1);
  });

  it('of a later event attaches to what is open, and counts as one change of the cadre', async () => {
    const events = [aGatePassed(), aGatePassed({ cause: 'second', heldBefore: true }), aGatePassed({ subject: 'cadre:0002' })];
    const proposed = await hearGatePassed(inquiries, events);
    expect(proposed.map(({ version }) => version)).toEqual([2, 1]);
    expect(inquiries.stateOf('cadre:0001')).toMatchObject({ candidate: { laterEvents: [uuidOf('test', 'second')] } });
  });
});
