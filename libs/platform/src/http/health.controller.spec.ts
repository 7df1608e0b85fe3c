import { HealthChecks, HealthController } from '#platform/http/health.controller';

const answering = { name: 'database', answers: async () => 1 };
const broken = { name: 'log', answers: async () => Promise.reject(new Error('connection refused')) };
const stuck = { name: 'jobs', answers: async () => new Promise<never>(() => undefined) };

describe('the health of a process', () => {
  it('is ready when all that it needs answers', async () => {
    expect(await new HealthController(new HealthChecks([answering])).ready()).toEqual({ status: 'ready', checked: ['database'] });
  });

  it('names what does not answer, or not in time, and says nothing else of it', async () => {
    const health = new HealthController(new HealthChecks([answering, broken, stuck]));
    await expect(health.ready()).rejects.toMatchObject({
      status: 503,
      code: 'not-ready',
      retryable: true,
      detail: '尚未就绪：log、jobs 没有应答。',
    });
  });

  it('is alive whatever it needs', () => {
    expect(new HealthController(new HealthChecks([stuck])).live()).toEqual({ status: 'live' });
  });
});
