import { Injectable, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { JobQueue } from '#jobs/job-queue';
import { requireOneWorkerEach } from './one-worker-each';
import { JOB_NAMES, WorkflowJob } from './workflow-job';

/** Finds the jobs of this app among its providers, and gives each name to its one worker. */
@Injectable()
export class JobWorkers implements OnModuleInit, OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly queue: JobQueue,
  ) {}

  onModuleInit(): void {
    requireOneWorkerEach(JOB_NAMES, this.jobs());
  }

  async onApplicationBootstrap(): Promise<void> {
    for (const job of this.jobs()) await this.queue.work(job.name, async (id) => job.run(id));
  }

  private jobs(): WorkflowJob[] {
    return this.discovery.getProviders().flatMap(({ instance }) => (instance instanceof WorkflowJob ? [instance] : []));
  }
}
