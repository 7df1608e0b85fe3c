/** Work that must happen at a time. The row that says so is the truth; a job only makes it prompt (design: architecture 7.3). */
export interface Job {
  /** What to do: one worker per name. */
  readonly name: string;
  /** Of what: scheduling the same id again while it waits changes nothing. No colon, not all digits. */
  readonly id: string;
  readonly at: Date;
}

export type JobWorker = (id: string) => Promise<void>;

export abstract class JobQueue {
  /** Resolves when the queue answers; rejects quickly when it cannot be reached. */
  abstract ready(): Promise<void>;

  /** Resolves when the job is kept, with the trace under way or a new one; rejects quickly when the queue cannot be reached. */
  abstract schedule(jobs: readonly Job[]): Promise<void>;

  /** Each call of a worker is in the trace of its job. A worker that rejects is called again with backoff; after its last try the sweep of the owner finds the row again. */
  abstract work(name: string, worker: JobWorker): Promise<void>;

  abstract close(): Promise<void>;
}
