import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Files, plantTree, removeTree, REPOSITORY } from './planted-tree';

const CONFIG = readFileSync(join(REPOSITORY, '.oxlintrc.json'), 'utf8');

const GROUND: Files = {
  '.oxlintrc.json': CONFIG,
  'tsconfig.json': JSON.stringify({
    compilerOptions: { target: 'ES2023', module: 'nodenext', strict: true, types: [] },
    include: ['apps', 'libs', 'test'],
  }),
};

const lines = (count: number, line: (at: number) => string): string => Array.from({ length: count }, (_, at) => line(at)).join('\n');

/** One row per rule that the house relies on: where the violation lies, and its text. Nothing else fires there. */
const VIOLATIONS: readonly (readonly [rule: string, file: string, text: string])[] = [
  ['import/no-default-export', 'libs/vault/src/a-default.ts', 'export default 1;'],
  ['import/no-cycle', 'libs/vault/src/around.ts', "export { back } from './back';\nexport const around = 1;"],
  [
    'import/no-duplicates',
    'libs/vault/src/twice.ts',
    "import { x } from './leaf';\nimport { y } from './leaf';\nexport const sum = x + y;",
  ],
  ['no-console', 'libs/vault/src/talks.ts', "console.log('x');"],
  ['no-param-reassign', 'libs/vault/src/reuses.ts', 'export function next(n: number): number {\n  n += 1;\n  return n;\n}'],
  ['eqeqeq', 'libs/vault/src/about-equal.ts', 'export const same = (a: number, b: number): boolean => a == b;'],
  ['max-lines', 'libs/vault/src/long.ts', lines(201, (at) => `export const x${at} = ${at};`)],
  [
    'max-lines-per-function',
    'libs/vault/src/long-function.ts',
    `export function long(x: number[]): void {\n${lines(50, (at) => `  x.push(${at});`)}\n}`,
  ],
  [
    'max-params',
    'libs/vault/src/many.ts',
    'export const sum = (a: number, b: number, c: number, d: number, e: number): number => a + b + c + d + e;',
  ],
  [
    'max-depth',
    'libs/vault/src/deep.ts',
    'export function deep(a: number[]): void {\n  if (a[0]) if (a[1]) if (a[2]) if (a[3]) a.pop();\n}'
      .replaceAll(/\) if/g, ') { if')
      .replace('a.pop();', 'a.pop(); } } }'),
  ],
  [
    'complexity',
    'libs/vault/src/branches.ts',
    `export function pick(x: number): number {\n${lines(10, (at) => `  if (x === ${at}) return ${at + 1};`)}\n  return 0;\n}`,
  ],
  ['no-restricted-globals', 'apps/console-api/src/reads-environment.ts', 'export const all = process.env;'],
  ['no-restricted-imports', 'apps/console-api/src/imports-process.ts', "import { env } from 'node:process';\nexport const all = env;"],
  ['unicorn/filename-case', 'libs/vault/src/camelCase.ts', 'export const x = 1;'],
  ['typescript/no-explicit-any', 'libs/vault/src/anything.ts', 'export const anything = (x: any): unknown => x;'],
  ['typescript/no-non-null-assertion', 'libs/vault/src/sure.ts', 'export const sure = (x: string | null): string => x!;'],
  [
    'typescript/no-floating-promises',
    'libs/vault/src/forgets.ts',
    'export const forget = (work: () => Promise<void>): void => {\n  work();\n};',
  ],
  [
    'typescript/no-misused-promises',
    'libs/vault/src/asks-a-promise.ts',
    'export const held = (work: Promise<boolean>): number => (work ? 1 : 2);',
  ],
  ['typescript/await-thenable', 'libs/vault/src/waits.ts', 'export const wait = async (x: number): Promise<number> => await x;'],
  ['typescript/only-throw-error', 'libs/vault/src/throws.ts', "export const fail = (): never => {\n  throw 'no';\n};"],
  [
    'typescript/switch-exhaustiveness-check',
    'libs/vault/src/half-a-switch.ts',
    "export function word(x: 'a' | 'b'): number {\n  switch (x) {\n    case 'a':\n      return 1;\n  }\n  return 0;\n}",
  ],
  [
    'jest/no-focused-tests',
    'libs/vault/src/focused.spec.ts',
    "describe('x', () => {\n  it.only('y', () => {\n    expect(1).toBe(1);\n  });\n});",
  ],
  ['jest/expect-expect', 'libs/vault/src/empty.spec.ts', "describe('x', () => {\n  it('y', () => {\n    String(1);\n  });\n});"],
  [
    'typescript/consistent-type-imports',
    'libs/domain/src/imports-a-value.ts',
    "import { Shape } from './shape';\nexport const shape: Shape = { x: 1 };",
  ],
  ['no-restricted-properties', 'libs/domain/src/looks-at-the-clock.ts', 'export const now = (): number => Date.now();'],
  ['no-restricted-properties', 'libs/domain/src/throws-dice.ts', 'export const dice = (): number => Math.random();'],
];

/** What is allowed and looks like what is not. */
const ALLOWED: Files = {
  'libs/vault/src/leaf.ts': 'export const x = 1;\nexport const y = 2;\n',
  'libs/domain/src/shape.ts': 'export interface Shape {\n  readonly x: number;\n}\n',
  'libs/vault/src/asks-the-time.ts': 'export const now = (): number => Date.now() + Math.random();\n',
  'apps/console-api/src/main.ts': 'export const all = process.env;\n',
  'apps/console-api/src/console-api.module.ts':
    'declare const Module: (parts: unknown) => (target: unknown) => void;\n@Module({})\nexport class ConsoleApiModule {}\n',
  'libs/persistence/src/migrations/0001-first.ts': `export function up(x: number[]): void {\n${lines(60, (at) => `  x.push(${at});`)}\n}\n`,
  'libs/persistence/src/migrations/index.ts': "export { up } from './0001-first';\n",
  'apps/web-console/src/App.tsx': 'export default 1;\n',
};

interface Finding {
  readonly code: string;
  readonly filename: string;
}

function lint(files: Files): readonly { readonly rule: string; readonly file: string }[] {
  const folder = plantTree({ ...GROUND, ...files });
  try {
    const bin = join(REPOSITORY, 'node_modules/oxlint/bin/oxlint');
    const args = [bin, '--type-aware', '--deny-warnings', '--format', 'json', 'apps', 'libs', 'test'];
    // Its type-aware half is a program of its own, which it finds on PATH.
    const env = { ...process.env, PATH: [join(REPOSITORY, 'node_modules/.bin'), process.env['PATH']].join(delimiter) };
    const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, env, encoding: 'utf8', timeout: 60_000 });
    const { diagnostics } = JSON.parse(stdout || stderr) as { diagnostics: Finding[] };
    return diagnostics.map(({ code, filename }) => ({ rule: nameOf(code), file: filename }));
  } finally {
    removeTree(folder);
  }
}

/** `eslint(no-console)` is `no-console` in the configuration, `typescript(x)` is `typescript/x`. */
const nameOf = (code: string): string => code.replace(/^eslint\((.*)\)$/, '$1').replace(/^([a-z]+)\((.*)\)$/, '$1/$2');

describe('the rules of the linter', () => {
  let found: ReturnType<typeof lint> = [];
  beforeAll(() => {
    found = lint({
      ...ALLOWED,
      'libs/vault/src/back.ts': "export { around as back } from './around';",
      ...Object.fromEntries(VIOLATIONS.map(([, file, text]) => [file, `${text}\n`])),
    });
  });

  it('let a tree pass that keeps them', () => {
    expect(lint(ALLOWED)).toEqual([]);
  });

  it.each(VIOLATIONS)('%s fires on %s, alone', (rule, file) => {
    expect(found.filter((finding) => finding.file === file).map((finding) => finding.rule)).toEqual([rule]);
  });

  it('each have a planted violation', () => {
    const { rules, overrides } = JSON.parse(CONFIG) as {
      rules: object;
      overrides: readonly { rules: Readonly<Record<string, unknown>> }[];
    };
    const added = overrides.flatMap((override) =>
      Object.entries(override.rules).flatMap(([name, setting]) => (setting === 'off' ? [] : [name])),
    );
    expect([...new Set(VIOLATIONS.map(([rule]) => rule))].toSorted()).toEqual([...new Set([...Object.keys(rules), ...added])].toSorted());
  });
});
