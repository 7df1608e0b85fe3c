import { type Job, JobQueue, type JobWorker } from '#jobs/job-queue';
import { continueTrace, currentTrace, runInTrace, type TraceContext } from '#platform/trace/trace-context';

interface WaitingJob extends Job {
  readonly trace: TraceContext;
  running: boolean;
}

const LOOK_AGAIN_MS = 5;
const BACKOFF_MS = 20;

/** What the processes of one system share; it can be away, as a Redis can. */
export class FakeJobs {
  readonly waiting = new Map<string, WaitingJob>();
  isAway = false;

  add(job: Job, trace = continueTrace(currentTrace()?.traceparent)): void {
    const place = `${job.name}/${job.id}`;
    if (!this.waiting.has(place)) this.waiting.set(place, { ...job, trace, running: false });
  }

  due(name: string): WaitingJob[] {
    return [...this.waiting.values()].filter((job) => job.name === name && !job.running && job.at.getTime() <= Date.now());
  }

  remove(job: Job): void {
    this.waiting.delete(`${job.name}/${job.id}`);
  }
}

/** The job queue of one process, in memory. */
export class FakeJobQueue extends JobQueue {
  private readonly timers: NodeJS.Timeout[] = [];
  private readonly running = new Set<Promise<void>>();

  constructor(readonly jobs = new FakeJobs()) {
    super();
  }

  override async ready(): Promise<void> {
    if (this.jobs.isAway) throw new Error('the queue is away');
  }

  override async schedule(jobs: readonly Job[]): Promise<void> {
    await this.ready();
    for (const job of jobs) this.jobs.add(job);
  }

  override async work(name: string, worker: JobWorker): Promise<void> {
    this.timers.push(
      setInterval(() => {
        if (!this.jobs.isAway) for (const job of this.jobs.due(name)) this.begin(job, worker);
      }, LOOK_AGAIN_MS),
    );
  }

  override async close(): Promise<void> {
    this.timers.forEach((timer) => clearInterval(timer));
    await Promise.all(this.running);
  }

  private begin(job: WaitingJob, worker: JobWorker): void {
    job.running = true;
    const run = this.run(job, worker).finally(() => this.running.delete(run));
    this.running.add(run);
  }

  private async run(job: WaitingJob, worker: JobWorker): Promise<void> {
    try {
      await runInTrace(job.trace, async () => worker(job.id));
      this.jobs.remove(job);
    } catch {
      this.jobs.remove(job);
      this.jobs.add({ ...job, at: new Date(Date.now() + BACKOFF_MS) }, job.trace);
    }
  }
}
