import type { WorkflowJob } from './workflow-job';

/** Some job would never be done, or by two: the app does not start like this. */
export class JobsMisassigned extends Error {
  override readonly name = 'JobsMisassigned';
}

/** @throws JobsMisassigned naming every job name that has no worker or more than one */
export function requireOneWorkerEach(names: readonly string[], workers: readonly Pick<WorkflowJob, 'name'>[]): void {
  const wrong = names
    .map((name) => ({ name, count: workers.filter((worker) => worker.name === name).length }))
    .filter(({ count }) => count !== 1)
    .map(({ name, count }) => `${name} has ${count} workers`);
  if (wrong.length > 0) throw new JobsMisassigned(wrong.join(', '));
}
