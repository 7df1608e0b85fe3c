import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Job, JobQueue } from '#jobs/job-queue';
import { continueTrace, currentTrace, runInTrace } from '#platform/trace/trace-context';

const SOON_MS = 400;
const PATIENCE_MS = 15_000;
const MONTH_MS = 31 * 24 * 3_600_000;

async function until(holds: () => boolean): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`not within ${PATIENCE_MS} ms`);
    await pause(20);
  }
}

const inMs = (milliseconds: number): Date => new Date(Date.now() + milliseconds);

/** Held by every adapter of the JobQueue port. `connect` gives another process' view of the same queue each time. */
export function describeJobQueue(name: string, connect: () => JobQueue): void {
  describe(`${name} keeps the JobQueue contract`, () => {
    const open: JobQueue[] = [];
    const another = (): JobQueue => {
      const queue = connect();
      open.push(queue);
      return queue;
    };
    const work = `work-${randomUUID()}`;
    const job = (of: Partial<Job> = {}): Job => ({ name: work, id: `job-${randomUUID()}`, at: inMs(0), ...of });
    const ran: { id: string; at: number; traceId: string | undefined }[] = [];
    const timesOf = (id: string): number => ran.filter((run) => run.id === id).length;
    let queue: JobQueue;

    beforeAll(async () => {
      queue = another();
      await queue.work(work, async (id) => void ran.push({ id, at: Date.now(), traceId: currentTrace()?.traceId }));
    });
    afterAll(async () => {
      await Promise.all(open.map(async (each) => each.close()));
    });

    it('says that it is ready', async () => {
      await expect(another().ready()).resolves.toBeUndefined();
    });

    it('does a job at its time and not before', async () => {
      const due = job({ at: inMs(SOON_MS) });
      await queue.schedule([due]);
      await until(() => timesOf(due.id) > 0);
      expect(ran.find((run) => run.id === due.id)?.at).toBeGreaterThanOrEqual(due.at.getTime() - 5);
    });

    it('does a job whose time is over at once', async () => {
      const late = job({ at: inMs(-MONTH_MS) });
      await queue.schedule([late]);
      await until(() => timesOf(late.id) === 1);
    });

    it('keeps a job that is due in a month, and others are not held up by it', async () => {
      const far = job({ at: inMs(MONTH_MS) });
      const near = job();
      await queue.schedule([far]);
      await queue.schedule([near]);
      await until(() => timesOf(near.id) === 1);
      expect(timesOf(far.id)).toBe(0);
    });

    it('does a job once, however often it is scheduled while it waits', async () => {
      const due = job({ at: inMs(SOON_MS) });
      const after = job({ at: inMs(2 * SOON_MS) });
      await queue.schedule([due, due]);
      await another().schedule([due, after]);
      await until(() => timesOf(after.id) === 1);
      expect(timesOf(due.id)).toBe(1);
    });

    it('does a job in the trace of what scheduled it, else in one of its own', async () => {
      const [asked, alone, other] = [job(), job(), job()];
      const trace = continueTrace(undefined);
      await runInTrace(trace, async () => queue.schedule([asked]));
      await queue.schedule([alone, other]);
      const traceOf = (id: string): string | undefined => ran.find((run) => run.id === id)?.traceId;
      await until(() => [asked, alone, other].every(({ id }) => timesOf(id) === 1));
      expect(traceOf(asked.id)).toBe(trace.traceId);
      const traces = new Set([asked, alone, other].map(({ id }) => traceOf(id)));
      expect([traces.size, traces.has(undefined)]).toEqual([3, false]);
    });

    it('takes the same id again after it was done', async () => {
      const again = job();
      await queue.schedule([again]);
      await until(() => timesOf(again.id) === 1);
      await pause(100);
      await queue.schedule([again]);
      await until(() => timesOf(again.id) === 2);
    });

    it('calls a worker again after it failed', async () => {
      const failing = `failing-${randomUUID()}`;
      let calls = 0;
      await queue.work(failing, async () => {
        calls += 1;
        if (calls < 3) throw new Error('not yet');
      });
      await queue.schedule([job({ name: failing })]);
      await until(() => calls === 3);
    });

    it('brings each job to the worker of its name', async () => {
      const other = `other-${randomUUID()}`;
      const theirs: string[] = [];
      await queue.work(other, async (id) => void theirs.push(id));
      const [here, there] = [job(), job({ name: other })];
      await queue.schedule([there, here]);
      await until(() => timesOf(here.id) === 1 && theirs.length > 0);
      expect(theirs).toEqual([there.id]);
      expect(timesOf(there.id)).toBe(0);
    });

    it('keeps a job until somebody works on it, though the process that scheduled it is gone', async () => {
      const name = `later-${randomUUID()}`;
      const orphan = job({ name });
      const gone = connect();
      await gone.schedule([orphan]);
      await gone.close();
      const done: string[] = [];
      await another().work(name, async (id) => void done.push(id));
      await until(() => done.length > 0);
      expect(done).toEqual([orphan.id]);
    });

    it('does each of many jobs once, with several processes at work', async () => {
      const name = `many-${randomUUID()}`;
      const done: string[] = [];
      for (const each of [another(), another()]) await each.work(name, async (id) => void done.push(id));
      const many = Array.from({ length: 200 }, () => job({ name, at: inMs(SOON_MS) }));
      await queue.schedule(many);
      await until(() => done.length >= many.length);
      await pause(200);
      expect([...done].sort()).toEqual(many.map(({ id }) => id).sort());
    });

    it('finishes the running job before it closes, and begins none after', async () => {
      const name = `closing-${randomUUID()}`;
      const closing = connect();
      let [begun, finished] = [0, 0];
      await closing.work(name, async () => {
        begun += 1;
        await pause(300);
        finished += 1;
      });
      await closing.schedule([job({ name })]);
      await until(() => begun === 1);
      await closing.close();
      await queue.schedule([job({ name })]);
      await pause(200);
      expect([begun, finished]).toEqual([1, 1]);
    });
  });
}
