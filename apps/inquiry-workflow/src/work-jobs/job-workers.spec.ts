import { type Provider } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Test, type TestingModule } from '@nestjs/testing';
import { JobQueue } from '#jobs/job-queue';
import { eventually } from '#testing/eventually';
import { FakeJobQueue } from '#testing/fake-job-queue';
import { JobWorkers } from './job-workers';
import { JobsMisassigned } from './one-worker-each';
import { WorkflowJob } from './workflow-job';

class OverdueJob extends WorkflowJob {
  override readonly name = 'candidate-overdue';
  readonly ran: string[] = [];

  override async run(id: string): Promise<void> {
    this.ran.push(id);
  }
}

class SecondOverdueJob extends OverdueJob {}

describe('the workflow at its start', () => {
  const queue = new FakeJobQueue();
  afterAll(async () => queue.close());

  const workflowWith = async (...jobs: Provider[]): Promise<TestingModule> =>
    Test.createTestingModule({
      imports: [DiscoveryModule],
      providers: [JobWorkers, { provide: JobQueue, useValue: queue }, ...jobs],
    }).compile();

  it('gives each job to its worker', async () => {
    const module = await workflowWith(OverdueJob);
    await module.init();
    await queue.schedule([{ name: 'candidate-overdue', id: 'candidate-1', at: new Date() }]);
    await eventually(() => expect(module.get(OverdueJob).ran).toEqual(['candidate-1']));
  });

  it('refuses to run while a job has no worker', async () => {
    await expect((await workflowWith()).init()).rejects.toThrow(JobsMisassigned);
  });

  it('refuses to run while a job has two workers', async () => {
    await expect((await workflowWith(OverdueJob, SecondOverdueJob)).init()).rejects.toThrow('candidate-overdue has 2 workers');
  });
});
