import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { BullmqJobQueue } from '#jobs/bullmq/bullmq-job-queue';
import { describeJobQueue } from '#testing/job-queue.contract';
import { describeWith, type LocalServices, sharedAddress, startServices } from '#testing/services/local-services';

/** Waits for `work`, and tells how long it took. */
async function took(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

describeWith(['redis'], 'with Redis', () => {
  describeJobQueue('BullmqJobQueue on Redis', () => BullmqJobQueue.connect(sharedAddress('redis')));
});

describeWith(['postgres'], 'with PostgreSQL', () => {
  describeJobQueue('BullmqJobQueue on PostgreSQL', () => BullmqJobQueue.connect(sharedAddress('postgres')));
});

describe('without a Redis', () => {
  it('nobody has to wait: scheduling is refused, working and closing go on', async () => {
    const queue = BullmqJobQueue.connect('redis://127.0.0.1:1');
    expect(await took(async () => expect(queue.ready()).rejects.toThrow('no answer'))).toBeLessThan(3_000);
    expect(await took(async () => queue.work('nothing', async () => undefined))).toBeLessThan(3_000);
    const refused = took(async () => expect(queue.schedule([{ name: 'nothing', id: 'job-1', at: new Date() }])).rejects.toThrow());
    expect(await refused).toBeLessThan(3_000);
    expect(await took(async () => queue.close())).toBeLessThan(5_000);
  });

  it('nobody has to wait either where a Redis takes connections and never answers', async () => {
    const callers: Socket[] = [];
    const silent = createServer((socket) => void callers.push(socket)).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const queue = BullmqJobQueue.connect(`redis://127.0.0.1:${(silent.address() as AddressInfo).port}`);
    const refused = took(async () => expect(queue.schedule([{ name: 'nothing', id: 'job-1', at: new Date() }])).rejects.toThrow());
    expect(await refused).toBeLessThan(3_000);
    expect(await took(async () => queue.close())).toBeLessThan(5_000);
    callers.forEach((socket) => socket.destroy());
    silent.close();
  });
});

describeWith(['redis'], 'a Redis that dies', () => {
  let services: LocalServices;
  beforeAll(async () => {
    services = await startServices({ only: ['redis'] });
  });
  afterAll(async () => services.stop());

  it('refuses quickly while it is away, and does what was scheduled before when it is back', async () => {
    const queue = BullmqJobQueue.connect(services.address('redis').url);
    const done: string[] = [];
    await queue.work('due', async (id) => void done.push(id));
    await queue.schedule([{ name: 'due', id: 'job-before', at: new Date(Date.now() + 2_000) }]);
    services.kill('redis', 'SIGKILL');
    const refused = took(async () => expect(queue.schedule([{ name: 'due', id: 'job-during', at: new Date() }])).rejects.toThrow());
    expect(await refused).toBeLessThan(3_000);
    await services.restart('redis');
    for (let waited = 0; done.length === 0 && waited < 30_000; waited += 100) await new Promise((resolve) => setTimeout(resolve, 100));
    expect(done).toEqual(['job-before']);
    await queue.close();
  });

  it('does not keep a process from ending', async () => {
    const queue = BullmqJobQueue.connect(services.address('redis').url);
    await queue.work('due', async () => undefined);
    await queue.schedule([{ name: 'due', id: 'job-last', at: new Date(Date.now() + 60_000) }]);
    services.kill('redis', 'SIGKILL');
    expect(await took(async () => queue.close())).toBeLessThan(6_000);
  });
});
