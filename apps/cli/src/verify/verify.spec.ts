import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SHIPPED_POLICY } from '#domain/risk/policies';
import { aFinding, aSignal } from '#testing/ledger';
import { aReceipt } from '#testing/receipts';
import type { CommandFailed } from '../command';
import { commandOf } from '../commands';
import { verify } from './verify.command';

const RECEIPT = aReceipt([aSignal({ id: 'letter', day: 9_500 }), aFinding({ id: 'finding', day: 9_510 })]);
const TEXT = JSON.stringify(RECEIPT, null, 2);
const { policy: _, ...BARE } = RECEIPT;

/** What is wrong with a file, its bytes, how the command ends, and what it says in either language. */
const FILES: readonly (readonly [what: string, content: string | Buffer, exitCode: number, said: readonly [zh: string, en: string]])[] = [
  ['nothing', '', 2, ['不是完整的 JSON', 'broken or cut short']],
  ['a receipt cut short', TEXT.slice(0, -40), 2, ['不是完整的 JSON', 'broken or cut short']],
  ['another text', '评分凭据', 2, ['不是完整的 JSON', 'broken or cut short']],
  ['not UTF-8', Buffer.of(0x7b, 0xff, 0x7d), 2, ['不是 UTF-8', 'broken or cut short']],
  ['a field twice', TEXT.replace('"asOf"', '"subject": "cadre:b", "asOf"'), 2, ['出现了两次', 'key-repeated']],
  ['a number nobody can hold', TEXT.replace('"partition": 3', '"partition": 9007199254740993'), 2, ['数字过大', 'number-not-exact']],
  ['a list', '[]', 2, ['不是六渠评分凭据', 'no score receipt']],
  ['a policy', JSON.stringify(SHIPPED_POLICY), 2, ['不是六渠评分凭据', 'no score receipt']],
  [
    'another version',
    TEXT.replace('receipt.v1', 'receipt.v9'),
    2,
    ['版本是 liuqu.score-receipt.v9', 'of the version liuqu.score-receipt.v9'],
  ],
  ['no policy', JSON.stringify(BARE), 2, ['没有附规则全文', 'without its policy']],
  [
    'a line too few',
    JSON.stringify({ ...RECEIPT, lines: RECEIPT.lines.slice(0, 1) }),
    1,
    ['应有 2 行，现有 1 行', 'issued with 2 lines and has 1'],
  ],
  [
    'another severity',
    TEXT.replace('"severity": 4', '"severity": 5'),
    1,
    ['第 2 行（条目 finding）：依据被改动', 'Line 2 (entry finding): an input'],
  ],
  ['a word for a number', TEXT.replace('"severity": 4', '"severity": "4"'), 1, ['第 2 行（条目 finding）', 'Line 2 (entry finding)']],
  ['another policy', TEXT.replace('"dwellDays": 30', '"dwellDays": 31'), 1, ['规则被改动', 'the policy was altered']],
];

describe('liuqu verify', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'liuqu-verify-'));
  });
  afterAll(async () => rm(folder, { recursive: true }));

  const written = async (content: string | Buffer): Promise<string> => {
    const path = join(folder, 'receipt.json');
    await writeFile(path, content);
    return path;
  };
  const call = async (...args: readonly string[]): Promise<string> =>
    verify.run(args, { environment: {}, progress: () => undefined, interruption: () => new AbortController().signal });
  const failure = async (...args: readonly string[]): Promise<CommandFailed> =>
    call(...args).then(
      () => {
        throw new Error('it did not fail');
      },
      (error: unknown) => error as CommandFailed,
    );

  it('says that a receipt holds, what it is of, and what that does not show', async () => {
    const told = await call(await written(TEXT));
    expect(told).toContain('凭据属实：按 2 行依据和规则重算，结果一致。');
    expect(told).toContain(RECEIPT.digest);
    expect(told).toContain('--against-log');
    expect(commandOf(['verify', 'receipt.json'])).toEqual({ command: verify, args: ['receipt.json'] });
  });

  it('reads it however it is laid out, and with the policy beside it', async () => {
    expect(await call(await written(JSON.stringify(RECEIPT)))).toContain('The receipt holds');
    const policy = join(folder, 'policy.json');
    await writeFile(policy, JSON.stringify(SHIPPED_POLICY));
    expect(await call(await written(`\uFEFF${JSON.stringify(BARE)}`), '--policy', policy)).toContain('The receipt holds');
  });

  it.each(FILES)('says what is wrong: %s', async (what, content, exitCode, said) => {
    const { message, exitCode: ended } = await failure(await written(content));
    expect([what, ended]).toEqual([what, exitCode]);
    expect(said.filter((words) => !message.includes(words))).toEqual([]);
  });

  it('says what it wants', async () => {
    expect(await failure()).toMatchObject({ exitCode: 2, message: `Usage: liuqu ${verify.usage}` });
    expect(await failure('a.json', 'b.json')).toMatchObject({ exitCode: 2 });
    expect(await failure(join(folder, 'missing.json'))).toMatchObject({
      exitCode: 2,
      message: expect.stringContaining('无法读取') as string,
    });
    const bare = await written(TEXT);
    expect(await failure(bare, '--against-log')).toMatchObject({
      exitCode: 2,
      message: expect.stringContaining('LIUQU_LOG_URL') as string,
    });
  });
});
