import { JobsMisassigned, requireOneWorkerEach } from './one-worker-each';

const worker = { name: 'candidate-overdue' } as const;

describe('the jobs of the workflow', () => {
  it('begin when each name has its one worker', () => {
    expect(() => requireOneWorkerEach(['candidate-overdue'], [worker])).not.toThrow();
  });

  it('do not begin while a name has no worker', () => {
    expect(() => requireOneWorkerEach(['candidate-overdue', 'letter-overdue'], [worker])).toThrow(
      new JobsMisassigned('letter-overdue has 0 workers'),
    );
  });

  it('do not begin while two workers would answer one name', () => {
    expect(() => requireOneWorkerEach(['candidate-overdue'], [worker, worker])).toThrow(
      new JobsMisassigned('candidate-overdue has 2 workers'),
    );
  });
});
