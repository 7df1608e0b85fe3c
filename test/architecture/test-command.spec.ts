import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');
const ENV = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined };
/** Seconds alone; beside every other suite a machine of two cores has taken a minute. */
const ENDS_MS = 240_000;
const FROM_VITEST = /^ *Tests +(\d+) passed/m;
const FROM_JEST = /^Tests: +(\d+) passed/m;

const npmTest = (...args: string[]): string => {
  const { stdout, stderr } = spawnSync(process.execPath, ['deploy/local/test.mjs', '--no-build', ...args], {
    cwd: ROOT,
    env: ENV,
    encoding: 'utf8',
    timeout: ENDS_MS,
  });
  return stdout + stderr;
};

const passedIn = (said: string, line: RegExp): number => Number(line.exec(said)?.[1]);

jest.setTimeout(ENDS_MS + 10_000);

describe('the test command', () => {
  it("runs the console's own tests, each file of them, and closes with their count", () => {
    const files = readdirSync(join(ROOT, 'apps/web-console/src'), { recursive: true, encoding: 'utf8' });
    const said = npmTest('--selectProjects', 'console');
    expect(files.filter((file) => file.endsWith('.test.ts') && !said.includes(file))).toEqual([]);
    expect(said.trim().split('\n').at(-1)).toBe(`${passedIn(said, FROM_VITEST)} passed, 0 failed, 0 skipped`);
  });

  it("counts them together with jest's in one closing line", () => {
    const said = npmTest('--selectProjects', 'unit', 'console', '--testPathPatterns', 'libs/domain/src/calendar/day');
    const sum = passedIn(said, FROM_VITEST) + passedIn(said, FROM_JEST);
    expect(said).toContain(`\n${sum} passed, 0 failed, 0 skipped\n`);
  });
});
