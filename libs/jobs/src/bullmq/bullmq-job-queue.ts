import { createPostgresBackend, Queue, Worker, type QueueOptions, type WorkerOptions } from 'bullmq';
import { type Job, JobQueue, type JobWorker } from '#jobs/job-queue';

const ATTEMPTS = 5;

interface BullOf {
  queue(name: string): Queue;
  worker(name: string, run: JobWorker): Worker;
}

function onRedis(url: string): BullOf {
  const { hostname: host, port, username, password } = new URL(url);
  const address = { host, port: Number(port || 6379), username: username || undefined, password: password || undefined };
  // A producer fails fast while Redis is away; a worker waits for it.
  const queueOptions: QueueOptions = { connection: { ...address, enableOfflineQueue: false, maxRetriesPerRequest: 1 } };
  const workerOptions: WorkerOptions = { connection: { ...address, maxRetriesPerRequest: null } };
  return {
    queue: (name) => new Queue(name, queueOptions),
    worker: (name, run) => new Worker(name, async (job) => run(String(job.data)), workerOptions),
  };
}

function onPostgres(connectionString: string): BullOf {
  const options = { connection: { connectionString, migrate: true } };
  return {
    queue: (name) => new Queue(name, options, createPostgresBackend) as unknown as Queue,
    worker: (name, run) => new Worker(name, async (job) => run(String(job.data)), options, createPostgresBackend) as unknown as Worker,
  };
}

/** BullMQ on Redis, or on its PostgreSQL back end where everything is embedded. Only ids are stored in it. */
export class BullmqJobQueue extends JobQueue {
  private readonly queues = new Map<string, Queue>();
  private readonly workers: Worker[] = [];

  private constructor(private readonly bull: BullOf) {
    super();
  }

  static connect(url: string): BullmqJobQueue {
    return new BullmqJobQueue(url.startsWith('redis') ? onRedis(url) : onPostgres(url));
  }

  override async schedule(jobs: readonly Job[]): Promise<void> {
    for (const name of new Set(jobs.map((job) => job.name))) {
      const due = jobs.filter((job) => job.name === name);
      const queue = this.queueOf(name);
      await queue.waitUntilReady();
      await queue.addBulk(
        due.map((job) => ({
          name,
          data: job.id,
          opts: {
            jobId: job.id,
            delay: Math.max(0, job.at.getTime() - Date.now()),
            attempts: ATTEMPTS,
            backoff: { type: 'exponential', delay: 500 },
            // A kept finished job would swallow a later job of the same id (design: reliability 2.2).
            removeOnComplete: true,
            removeOnFail: true,
          },
        })),
      );
    }
  }

  override async work(name: string, worker: JobWorker): Promise<void> {
    const running = this.bull.worker(name, worker);
    running.on('error', () => undefined);
    this.workers.push(running);
    await running.waitUntilReady();
  }

  override async close(): Promise<void> {
    await Promise.all(this.workers.map(async (worker) => worker.close()));
    await Promise.all([...this.queues.values()].map(async (queue) => queue.close()));
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
