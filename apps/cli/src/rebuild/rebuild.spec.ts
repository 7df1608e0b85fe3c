import { fastify, type FastifyInstance, type FastifyRequest } from 'fastify';
import type { RebuildAnswer } from '#contracts/console/rebuild';
import { CommandFailed, type Terminal } from '../command';
import { REBUILD_COMMANDS } from './rebuild.commands';

const POLICY = { hash: 'f'.repeat(64), name: 'shipped' };
const slot = (
  name: 'a' | 'b',
  state: RebuildAnswer['live']['state'],
  more: Partial<RebuildAnswer['live']> = {},
): RebuildAnswer['live'] => ({
  slot: name,
  state,
  policy: state === 'empty' ? null : POLICY,
  startedBy: null,
  startedAt: null,
  filledAt: null,
  progress: null,
  behind: null,
  fault: null,
  certificateAskedBy: null,
  ...more,
});
const answer = (other: RebuildAnswer['other']): RebuildAnswer => ({
  at: '2026-11-29T08:00:00.000Z',
  live: slot('a', 'live'),
  other,
  certificate: null,
  switches: [],
  openReviews: 3,
  policies: [],
});
const filling = answer(slot('b', 'filling', { progress: { read: 500, toRead: 2_000, perSecond: 250, secondsLeft: 6 } }));

describe('the commands of a rebuild', () => {
  let server: FastifyInstance;
  let base: string;
  let answers: RebuildAnswer[];
  let asked: { readonly what: string; readonly as: unknown; readonly body: unknown; readonly cookie: unknown; readonly origin: unknown }[];
  let progress: string[];

  const note = ({ method, url, headers, body }: FastifyRequest): void => {
    asked.push({ what: `${method} ${url}`, as: headers['liuqu-demo-principal'], body, cookie: headers.cookie, origin: headers.origin });
  };

  beforeEach(async () => {
    [asked, answers, progress] = [[], [], []];
    server = fastify();
    server.post('/api/v1/session', async (request, reply) => {
      note(request);
      return reply.header('set-cookie', 'liuqu_session=s; Path=/; HttpOnly').header('set-cookie', 'liuqu_known=k; Path=/').send({});
    });
    server.delete('/api/v1/session', async (request, reply) => {
      note(request);
      return reply.status(204).send();
    });
    server.all('/api/v1/rebuild*', async (request, reply) => {
      note(request);
      if (request.url.endsWith('/switch')) {
        return reply.status(409).send({ code: 'switch-needs-another-person', detail: '发起重建的人不能自己切换，须由另一人决定。' });
      }
      return answers.shift() ?? answer(slot('b', 'empty'));
    });
    base = await server.listen({ host: '127.0.0.1', port: 0 });
  });
  afterEach(async () => server.close());

  const run = async (name: string, args: readonly string[], environment: Terminal['environment'] = {}): Promise<string> => {
    const terminal: Terminal = {
      environment,
      progress: (line) => void progress.push(line),
      interruption: () => new AbortController().signal,
    };
    return (await REBUILD_COMMANDS[name]?.run([...args, '--url', base], terminal)) ?? '';
  };

  it('start a rebuild as one of the demo and show how far it is until it is ready', async () => {
    answers = [filling, filling, answer(slot('b', 'ready', { behind: 12 }))];
    const text = await run('rebuild start', ['--as', 'demo-system-administrator', '--policy', POLICY.hash]);
    expect(asked.map(({ what }) => what)).toEqual(['POST /api/v1/rebuild', 'GET /api/v1/rebuild', 'GET /api/v1/rebuild']);
    expect(asked[0]).toMatchObject({ as: 'system-administrator', body: { policy: POLICY.hash } });
    expect(progress).toEqual(['rebuild: 500 of 2,000 records, 25 %, 250/s, 6 s left']);
    expect(text).toContain('b  ready    shipped ffffffffffff  12 records behind');
    expect(text).toContain('3 people wait');
  });

  it('sign in with password and code for one command, and out again', async () => {
    await run('rebuild status', ['--as', 'zhou.shili', '--code', '123456'], { LIUQU_PASSWORD: '一句很长的口令' });
    expect(asked.map(({ what, cookie, origin }) => [what, cookie, origin])).toEqual([
      ['POST /api/v1/session', undefined, base],
      ['GET /api/v1/rebuild', 'liuqu_session=s; liuqu_known=k', base],
      ['DELETE /api/v1/session', 'liuqu_session=s; liuqu_known=k', base],
    ]);
    expect(asked[0]?.body).toEqual({ user: 'zhou.shili', password: '一句很长的口令', code: '123456' });
  });

  it('tell what the console refuses, and stop where the work has stopped', async () => {
    const refused = run('rebuild switch', ['--as', 'demo-system-administrator', '--reason', '启用']);
    await expect(refused).rejects.toThrow('refused (409 switch-needs-another-person): 发起重建的人不能自己切换，须由另一人决定。');
    answers = [filling, answer(slot('b', 'filling', { fault: 'wants 0, but the oldest record kept is 6' }))];
    expect(await run('rebuild start', ['--as', 'demo-system-administrator'])).toContain('STOPPED: wants 0');
  });

  it.each<[string, string[], string]>([
    ['rebuild status', [], '--as says who asks'],
    ['rebuild status', ['--as', 'zhou.shili'], 'LIUQU_PASSWORD'],
    ['rebuild back', ['--as', 'demo-handling-office-head'], '--reason says why'],
    ['rebuild start', ['--as', 'demo-system-administrator', '--fast'], '--fast'],
  ])('say what is wrong with %s %j', async (name, args, says) => {
    const failed = await run(name, args).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(CommandFailed);
    expect((failed as Error).message).toContain(says);
  });

  it('say that nobody answers', async () => {
    await server.close();
    await expect(run('rebuild status', ['--as', 'demo-system-administrator'])).rejects.toThrow('does not answer');
  });
});
