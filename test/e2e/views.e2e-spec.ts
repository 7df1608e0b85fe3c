import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import type { CandidatePage } from '#contracts/console/candidates';
import { describeInBrowser, openBrowser } from '#testing/browser';
import { as, until } from './office';
import { type RunningStack, startStack } from './running-stack';

const SHOTS = resolve(__dirname, '../../.data/screenshots');

describeInBrowser('the lists of people in a browser', () => {
  let stack: RunningStack;
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  let page: Page;

  const shoot = async (name: string): Promise<void> => void (await page.screenshot({ path: join(SHOTS, `${name}.png`) }));
  const violations = async (): Promise<string[]> =>
    (await new AxeBuilder({ page }).analyze()).violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
    );
  const rows = (): ReturnType<Page['locator']> => page.locator('tbody tr[data-row-key]');
  const keys = async (): Promise<(string | null)[]> => rows().evaluateAll((all) => all.map((row) => row.getAttribute('data-row-key')));
  /** Both read anew until they say the same: the demo county is still coming in. */
  const showsWhatIs = async (path: string): Promise<void> => {
    const both = async (): Promise<string[]> => {
      await page.reload();
      await rows().first().waitFor();
      const { items } = await as<{ items: { id: string }[] }>(stack, 'handler', `GET /api/v1${path}`);
      expect(items.length).toBeGreaterThan(0);
      return [JSON.stringify(items.map(({ id }) => id)), JSON.stringify(await keys())];
    };
    await until(`the rows of ${path}`, both, ([told, shown]) => told === shown);
  };
  const choose = async (filter: string, value: string): Promise<void> => {
    await page.getByRole('combobox', { name: filter }).click();
    await page.getByTitle(value, { exact: true }).last().click();
  };

  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true });
    stack = await startStack('embedded', { demo: true });
    const candidates = async (): Promise<CandidatePage> => as(stack, 'handler', 'GET /api/v1/candidates');
    await until('the candidates of the demo', candidates, ({ items }) => items.length >= 2);
    browser = await openBrowser();
    page = await browser.context.newPage();
  }, 240_000);

  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  }, 120_000);

  it('are filtered by unit with those under it, category and channel, and the address says so', async () => {
    await page.goto(`${stack.console}/cadres`);
    await rows().first().waitFor();
    await choose('类别', '一把手');
    await choose('渠道', '群众监督');
    await page.waitForURL(/category=.*channel=public/);
    const asked = `category=${encodeURIComponent('一把手')}&channel=public`;
    await showsWhatIs(`/cadres?${asked}`);
    await shoot('cadres-filtered');
    expect(await violations()).toEqual([]);
  });

  it('say what would fill them where nobody fits, and lead back to all', async () => {
    await page.goto(`${stack.console}/candidates?level=priority&channel=self&category=${encodeURIComponent('其他')}&state=dismissal-asked`);
    await page.getByText('没有符合条件的候选').waitFor();
    await shoot('candidates-none');
    expect(await violations()).toEqual([]);
    await page.locator('.lq-empty').getByRole('button', { name: '清除筛选' }).click();
    await rows().first().waitFor();
    expect(page.url()).toBe(`${stack.console}/candidates`);
    await choose('渠道', '组织监督');
    await page.waitForURL(/channel=organization/);
    await showsWhatIs('/candidates?channel=organization');
    await shoot('candidates-filtered');
  });
});
