import { setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { createPostgresBackend, type JobsOptions, Queue, Worker, type QueueOptions, type WorkerOptions } from 'bullmq';
import { type Job, JobQueue, type JobWorker } from '#jobs/job-queue';
import { continueTrace, currentTrace, runInTrace, traceOfHeader } from '#platform/trace/trace-context';

const ATTEMPTS = 5;
const READY_MS = 1_000;
const ANSWER_MS = 2_000;
const CLOSE_MS = 2_500;

/** The queue did not answer in time; whether it has the jobs is unknown, and scheduling them again is harmless. */
export class JobQueueSilent extends Error {
  override readonly name = 'JobQueueSilent';
}

/** BullMQ waits for a lost Redis for ever; its callers must not. */
async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  const over = new AbortController();
  const silence = pause(milliseconds, undefined, { signal: over.signal }).then(
    () => Promise.reject(new JobQueueSilent(`no answer within ${milliseconds} ms`)),
    () => new Promise<never>(() => undefined),
  );
  return Promise.race([work, silence]).finally(() => over.abort());
}

/** What is stored of a job. */
interface Stored {
  readonly id: string;
  readonly traceparent: string;
}

interface BullOf {
  queue(name: string): Queue;
  worker(name: string, run: (stored: Stored) => Promise<void>): Worker;
}

function onRedis(url: string): BullOf {
  const { hostname: host, port, username, password } = new URL(url);
  const address = { host, port: Number(port || 6379), username: username || undefined, password: password || undefined };
  // A producer fails fast while Redis is away; a worker waits for it.
  const queueOptions: QueueOptions = { connection: { ...address, enableOfflineQueue: false, maxRetriesPerRequest: 1 } };
  const workerOptions: WorkerOptions = { connection: { ...address, maxRetriesPerRequest: null } };
  return {
    queue: (name) => new Queue(name, queueOptions),
    worker: (name, run) => new Worker(name, async (job) => run(job.data as Stored), workerOptions),
  };
}

function onPostgres(connectionString: string): BullOf {
  const options = { connection: { connectionString, migrate: true } };
  return {
    queue: (name) => new Queue(name, options, createPostgresBackend) as unknown as Queue,
    worker: (name, run) => new Worker(name, async (job) => run(job.data as Stored), options, createPostgresBackend) as unknown as Worker,
  };
}

/** BullMQ on Redis, or on its PostgreSQL back end where everything is embedded. Only ids and traces are stored in it. */
export class BullmqJobQueue extends JobQueue {
  private readonly logger = new Logger(BullmqJobQueue.name);
  private readonly queues = new Map<string, Queue>();
  private readonly workers: { readonly worker: Worker; reached: boolean }[] = [];

  private constructor(private readonly bull: BullOf) {
    super();
  }

  static connect(url: string): BullmqJobQueue {
    return new BullmqJobQueue(url.startsWith('redis') ? onRedis(url) : onPostgres(url));
  }

  override async ready(): Promise<void> {
    const queue = this.queueOf('readiness');
    await within(READY_MS, queue.waitUntilReady());
    await within(ANSWER_MS, queue.getJobCounts('delayed'));
  }

  override async schedule(jobs: readonly Job[]): Promise<void> {
    for (const name of new Set(jobs.map((job) => job.name))) {
      const queue = this.queueOf(name);
      await within(READY_MS, queue.waitUntilReady());
      const due = jobs.filter((job) => job.name === name);
      await within(ANSWER_MS, queue.addBulk(due.map((job) => ({ name, data: storedOf(job), opts: optionsOf(job) }))));
    }
  }

  /** Where the queue cannot be reached the worker begins when it can. */
  override async work(name: string, worker: JobWorker): Promise<void> {
    const running = this.bull.worker(name, async ({ id, traceparent }) => runInTrace(traceOfHeader(traceparent), async () => worker(id)));
    running.on('error', () => undefined);
    running.on('failed', (job, error) => {
      const stored = job?.data as Stored | undefined;
      runInTrace(traceOfHeader(stored?.traceparent), () => this.logger.warn(`${name} ${stored?.id ?? ''} failed: ${String(error)}`));
    });
    const opened = { worker: running, reached: false };
    this.workers.push(opened);
    const reached = running.waitUntilReady().then(() => {
      opened.reached = true;
    });
    await Promise.race([reached, pause(READY_MS)]);
  }

  override async close(): Promise<void> {
    // A worker that never reached its queue has no running job to wait for, and waiting would never end.
    await Promise.all(this.workers.map(async ({ worker, reached }) => end(worker, async () => worker.close(!reached))));
    await Promise.all([...this.queues.values()].map(async (queue) => end(queue, async () => queue.close())));
  }

  private queueOf(name: string): Queue {
    const known = this.queues.get(name);
    if (known) return known;
    const queue = this.bull.queue(name);
    queue.on('error', () => undefined);
    this.queues.set(name, queue);
    return queue;
  }
}

/** A job goes on in the trace of what scheduled it, else it begins one. */
function storedOf({ id }: Job): Stored {
  return { id, traceparent: continueTrace(currentTrace()?.traceparent).traceparent };
}

function optionsOf(job: Job): JobsOptions {
  return {
    jobId: job.id,
    delay: Math.max(0, job.at.getTime() - Date.now()),
    attempts: ATTEMPTS,
    backoff: { type: 'exponential', delay: 500 },
    // A kept finished job would swallow a later job of the same id (design: reliability 2.2).
    removeOnComplete: true,
    removeOnFail: true,
  };
}

/** In peace where the queue answers, by cutting the connection where it does not. */
async function end(opened: Queue | Worker, inPeace: () => Promise<void>): Promise<void> {
  try {
    await within(CLOSE_MS, inPeace());
  } catch {
    await within(CLOSE_MS, opened.disconnect()).catch(() => undefined);
  }
}
