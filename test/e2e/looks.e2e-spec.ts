import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import type { CadrePage } from '#contracts/console/cadres';
import type { PolicyPage } from '#contracts/console/policies';
import type { RebuildAnswer } from '#contracts/console/rebuild';
import { describeInBrowser, openBrowser } from '#testing/browser';
import { violationsOf } from './looking';
import { as, demoIsIn, until } from './office';
import { type RunningStack, startStack } from './running-stack';

/** Who is at each page; `:id` and `:subject` are the gravest cadre, of policies the live one, `:code` the county. */
const PAGES: Readonly<Record<string, string>> = {
  desk: 'handler',
  alerts: 'handler',
  cadres: 'handler',
  'cadres/:id': 'handler',
  'cadres/:id/explanation': 'handler',
  'cadres/:id/own-view': 'handler',
  units: 'handler',
  'units/:code': 'handler',
  'units/:code/explanation': 'handler',
  candidates: 'handler',
  points: 'handler',
  'points/:scheme/:subject': 'handler',
  reads: 'auditor',
  signals: 'petition-clerk',
  matching: 'petition-clerk',
  catalogue: 'integrator',
  policies: 'handler',
  'policies/:id': 'handling-office-head',
  rebuild: 'system-administrator',
  reviews: 'handler',
  operations: 'system-administrator',
  users: 'security-administrator',
  permissions: 'handler',
  '/sign-in': 'handler',
};

interface Look {
  readonly language: 'zh-CN' | 'en-US';
  readonly dark: boolean;
  readonly media: 'screen' | 'print';
}
const LOOKS: Readonly<Record<string, Look>> = {
  light: { language: 'zh-CN', dark: false, media: 'screen' },
  dark: { language: 'zh-CN', dark: true, media: 'screen' },
  'on paper': { language: 'zh-CN', dark: true, media: 'print' },
  'in English': { language: 'en-US', dark: false, media: 'screen' },
};

/** What is not a matter of colour is the same by day and in the dark, on the screen and on paper. */
const COLOURS = ['color-contrast'];

const ROUTES = readFileSync(resolve(__dirname, '../../apps/web-console/src/routes.tsx'), 'utf8');

describeInBrowser('every page in every look', () => {
  let stack: RunningStack;
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  let page: Page;
  let gravest: string;
  let live: string;

  const comeTo = async (path: string, role: string, { language, dark, media }: Look): Promise<void> => {
    await page.emulateMedia({ media });
    const kept = { 'liuqu.demo-principal': role, 'liuqu.language': language, 'liuqu.display': JSON.stringify({ dark }) };
    await page.evaluate((values) => Object.entries(values).forEach(([key, value]) => localStorage.setItem(key, value)), kept);
    await page.goto(
      new URL(
        path
          .replace('policies/:id', `policies/${live}`)
          .replace(':id', gravest)
          .replace(':code', 'U-000')
          .replace(':scheme', 'changwu-12')
          .replace(':subject', gravest),
        `${stack.console}/`,
      ).href,
    );
    await page.locator('h1, .ant-modal').first().waitFor();
    const asked = page.locator('.ant-modal');
    if (await asked.isVisible()) {
      const reason = asked.locator('textarea');
      if (await reason.isVisible()) await reason.fill('查看页面外观');
      await asked.locator('.ant-btn-primary').click();
      await asked.waitFor({ state: 'detached' });
    }
    await page.locator('h1').first().waitFor();
    await page.waitForFunction(() => document.querySelector('.ant-skeleton') === null);
    // What the browser says before it prints; to emulate paper alone does not say it.
    if (media === 'print') await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  };

  /** Made anew under the live policy, so that the page has all of it to show. */
  const certifiedRebuild = async (): Promise<void> => {
    const ask = async (asked: string): Promise<RebuildAnswer> =>
      as(stack, 'system-administrator', asked, asked.startsWith('POST') ? {} : undefined);
    await ask('POST /api/v1/rebuild');
    await until(
      'the other slot',
      async () => ask('GET /api/v1/rebuild'),
      ({ other }) => other.state === 'ready',
    );
    await ask('POST /api/v1/rebuild/certificate');
    await until(
      'the certificate',
      async () => ask('GET /api/v1/rebuild'),
      ({ certificate }) => certificate !== null,
    );
  };

  beforeAll(async () => {
    stack = await startStack('embedded', { demo: true });
    await demoIsIn(stack);
    await certifiedRebuild();
    const { items } = await as<CadrePage>(stack, 'handler', 'GET /api/v1/cadres');
    gravest = encodeURIComponent(items[0]?.id ?? '');
    live = (await as<PolicyPage>(stack, 'handler', 'GET /api/v1/policies?state=live')).items[0]?.id ?? '';
    browser = await openBrowser();
    page = await browser.context.newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(`${stack.console}/sign-in`);
  }, 240_000);

  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  }, 120_000);

  it('names every route of the console', () => {
    const paths = [...ROUTES.matchAll(/path: '([^']+)'/g)].map(([, path = '']) => path).filter((path) => path !== '/' && path !== '*');
    expect(paths.toSorted()).toEqual(Object.keys(PAGES).toSorted());
  });

  it.each(Object.entries(LOOKS))(
    '%s: nothing keeps anybody from reading it',
    async (_, look) => {
      const found: Record<string, string[]> = {};
      for (const [path, role] of Object.entries(PAGES)) {
        await comeTo(path, role, look);
        const here = await violationsOf(page, look.dark || look.media === 'print' ? COLOURS : undefined);
        if (here.length > 0) found[path] = here;
      }
      expect(found).toEqual({});
    },
    360_000,
  );
});
