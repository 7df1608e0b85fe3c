import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const chromiumPath: string | undefined = PLACES.find((place) => existsSync(place));

/** `describe`, or a loud skip where no Chromium is installed; with CI=true a skip fails the run. */
export function describeInBrowser(name: string, fn: () => void): void {
  if (chromiumPath !== undefined) {
    describe(name, fn);
    return;
  }
  process.stderr.write(`SKIPPED ${name}: no Chromium is installed\n`);
  describe.skip(`${name} (no Chromium is installed)`, fn);
}

/** A browser with the screen of the offices, 1366 × 768, on a profile of its own. */
export async function openBrowser(): Promise<{ readonly context: BrowserContext; close(): Promise<void> }> {
  const profile = await mkdtemp(join(tmpdir(), 'liuqu-browser-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath,
    headless: true,
    args: QUIET,
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  const close = async (): Promise<void> => {
    await context.close();
    await rm(profile, { recursive: true, force: true });
  };
  return { context, close };
}
