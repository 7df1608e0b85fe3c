import { Injectable, Logger } from '@nestjs/common';
import { dateOf, type Day } from '#domain/calendar/day';
import type { DueCandidate } from '#domain/inquiry/inquiry-store';
import { type Job, JobQueue } from '#jobs/job-queue';
import type { JobName } from '../work-jobs/workflow-job';

const NAME: JobName = 'candidate-overdue';
const UUID_LENGTH = 36;

const startOf = (day: Day): Date => new Date(`${dateOf(day)}T00:00:00+08:00`);

function jobOf({ candidateId, version, dueOn }: DueCandidate): Job {
  return { name: NAME, id: `${candidateId}-${version}`, at: startOf(dueOn + 1) };
}

export function candidateOf(jobId: string): string {
  return jobId.slice(0, UUID_LENGTH);
}

/** Makes a last day that passes noticed at midnight instead of at the next sweep. The row is the truth: a hint may be lost. */
@Injectable()
export class OverdueHints {
  private readonly logger = new Logger(OverdueHints.name);

  constructor(private readonly jobs: JobQueue) {}

  /** Never rejects: what is not scheduled here is found by the sweep. */
  async schedule(candidates: readonly DueCandidate[]): Promise<void> {
    if (candidates.length === 0) return;
    try {
      await this.jobs.schedule(candidates.map(jobOf));
    } catch (error) {
      this.logger.warn(`${candidates.length} last days are left to the sweep: ${String(error)}`);
    }
  }
}
