import { Logger } from '@nestjs/common';
import { ProcessMetrics } from '#platform/metrics/process-metrics';

describe('the metrics of a process', () => {
  it('look at a source anew each time; what a row no longer names is gone', async () => {
    const metrics = new ProcessMetrics();
    let rows = [{ labels: { topic: 'a' }, values: { waiting: 3 } }];
    metrics.watch({ labels: ['topic'], gauges: { waiting: 'What waits.' }, read: async () => Promise.resolve(rows) });
    expect(await metrics.text()).toContain('waiting{topic="a"} 3');
    rows = [{ labels: { topic: 'b' }, values: { waiting: 0 } }];
    const text = await metrics.text();
    expect(text).toContain('waiting{topic="b"} 0');
    expect(text).not.toContain('topic="a"');
  });

  it('tell the rest while a source fails or is silent, never a 0 for it, and say so in the log', async () => {
    const said: string[] = [];
    Logger.overrideLogger({ log: () => undefined, error: () => undefined, warn: (message: string) => said.push(message) });
    const metrics = new ProcessMetrics();
    metrics.watch({ labels: ['topic'], gauges: { broken: 'Fails.' }, read: async () => Promise.reject(new Error('away')) });
    metrics.watch({ labels: ['topic'], gauges: { silent: 'Never answers.' }, read: async () => new Promise(() => undefined) });
    metrics.requestAnswered({ method: 'GET', route: '/api/v1/cadres/:id', status: 404, seconds: 0.2 });
    const text = await metrics.text();
    expect(text).toContain('liuqu_http_request_duration_seconds_count{method="GET",route="/api/v1/cadres/:id",status="4xx"} 1');
    expect(text).not.toMatch(/^(broken|silent)[ {]/m);
    expect(said.sort()).toEqual(['not looked up: broken: Error: away', 'not looked up: silent: Error: no answer within 2000 ms']);
  });
});
