import { dayOf } from '#domain/calendar/day';
import { FakeJobQueue } from '#testing/fake-job-queue';
import { candidateOf, OverdueHints } from './overdue-hints';

const candidateId = '0f5c1a6e-8d2b-9c31-7e44-5a6b7c8d9e0f';
const due = { candidateId, version: 3, dueOn: dayOf('2026-11-02') };

describe('the hint for a last day', () => {
  it('comes due when that day is over in Shanghai', async () => {
    const queue = new FakeJobQueue();
    await new OverdueHints(queue).schedule([due]);
    const [job] = [...queue.jobs.waiting.values()];
    expect(job).toMatchObject({ name: 'candidate-overdue', id: `${candidateId}-3`, at: new Date('2026-11-02T16:00:00Z') });
    expect(candidateOf(job?.id ?? '')).toBe(candidateId);
  });

  it('is left to the sweep while the queue is away', async () => {
    const queue = new FakeJobQueue();
    queue.jobs.isAway = true;
    await expect(new OverdueHints(queue).schedule([due])).resolves.toBeUndefined();
  });
});
