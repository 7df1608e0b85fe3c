import { PostgresAccounts } from '#access/postgres/postgres-accounts';
import { isPassword } from '#access/passwords';
import { describeWith } from '#testing/services/local-services';
import { aTestStack, type TestStack } from '#testing/test-stack';
import { Sealer } from '#vault/sealer';
import type { Terminal } from '../command';
import { usersAdd } from './users-add.command';

describeWith(['postgres'], 'the first security administrator', () => {
  let stack: TestStack;
  let terminal: Terminal;
  beforeAll(async () => {
    stack = await aTestStack();
    const { LIUQU_TOKEN_KEY: token, LIUQU_SEALING_KEY: sealing, ...others } = stack.config;
    const keys = { LIUQU_TOKEN_KEY: token.toString('base64'), LIUQU_SEALING_KEY: sealing.toString('base64') };
    terminal = {
      environment: { ...others, ...keys, LIUQU_PORT: '0' },
      progress: () => undefined,
      interruption: () => new AbortController().signal,
    };
  });
  afterAll(async () => stack?.close());

  it('is admitted by the command line, which shows password and authenticator secret once', async () => {
    const told = await usersAdd.run(['zhou.shili', '示例周'], terminal);
    const account = await new PostgresAccounts(stack.database, new Sealer(stack.config.LIUQU_SEALING_KEY)).find('zhou.shili');
    expect(account).toMatchObject({ name: '示例周', role: 'security-administrator', unit: null, active: true });
    expect(await isPassword(account?.passwordHash ?? '', /password {2}(\S+)/.exec(told)?.[1] ?? '')).toBe(true);
    expect(told).toContain(`secret=${account?.codeSecret}`);
    await expect(usersAdd.run(['zhou.shili', '示例周'], terminal)).rejects.toThrow('zhou.shili is taken');
  });

  it('is admitted with the unit whose tree they see', async () => {
    await usersAdd.run(['qian.shili', '示例钱', '--unit', 'U-1'], terminal);
    const accounts = new PostgresAccounts(stack.database, new Sealer(stack.config.LIUQU_SEALING_KEY));
    expect(await accounts.find('qian.shili')).toMatchObject({ unit: 'U-1' });
  });

  it.each([[[]], [['zhou']], [['demo-handler', '某']], [['Zhou', '某']], [['zhou', '某', '某']], [['zhou', '某', '--unit']]])(
    'is not admitted as %j',
    async (args) => {
      await expect(usersAdd.run(args, terminal)).rejects.toThrow('are wanted');
    },
  );
});
