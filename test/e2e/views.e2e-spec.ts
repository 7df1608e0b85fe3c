import type { Page } from 'playwright-core';
import { describeInBrowser, openBrowser } from '#testing/browser';
import { shoot, violationsOf } from './looking';
import { as, demoIsIn, until } from './office';
import { type RunningStack, startStack } from './running-stack';
import { admit, fillIn } from './signing-in';

describeInBrowser('the lists of people', () => {
  let stack: RunningStack;
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  let page: Page;

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
    const open = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)');
    await open.getByTitle(value, { exact: true }).click();
    await open.waitFor({ state: 'hidden' });
  };

  beforeAll(async () => {
    stack = await startStack('embedded', { demo: true });
    await demoIsIn(stack);
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
    await shoot(page, 'cadres-filtered');
    expect(await violationsOf(page)).toEqual([]);
  });

  it('say what would fill them where nobody fits, and lead back to all', async () => {
    await page.goto(`${stack.console}/candidates?level=priority&channel=self&category=${encodeURIComponent('其他')}&state=dismissal-asked`);
    await page.getByText('没有符合条件的候选').waitFor();
    await shoot(page, 'candidates-none');
    expect(await violationsOf(page)).toEqual([]);
    await page.locator('.lq-empty').getByRole('button', { name: '清除筛选' }).click();
    await rows().first().waitFor();
    expect(page.url()).toBe(`${stack.console}/candidates`);
    await choose('渠道', '组织监督');
    await page.waitForURL(/channel=organization/);
    await showsWhatIs('/candidates?channel=organization');
    await shoot(page, 'candidates-filtered');
  });

  it('keep their filters as views of the person who signed in, with how many they hold, until they are deleted', async () => {
    const handler = await admit(stack, { id: 'lin.shili', name: '示例林', role: 'handler' });
    await page.goto(`${stack.console}/sign-in`);
    await fillIn(page, handler);
    await page.getByRole('link', { name: '预警列表', exact: true }).click();
    await rows().first().waitFor();
    expect(await page.getByRole('button', { name: '保存为视图' }).count()).toBe(0);
    await choose('类别', '一把手');
    await page.getByText('关注', { exact: true }).first().click();
    await page.waitForURL(/level=watch/);
    await page.getByRole('button', { name: '保存为视图' }).press('Enter');
    await page.keyboard.type('被关注的一把手');
    await shoot(page, 'view-naming');
    expect(await violationsOf(page)).toEqual([]);
    await page.keyboard.press('Enter');
    const view = page.getByRole('navigation', { name: '我的视图' }).getByRole('link', { name: /被关注的一把手 \d+/ });
    await view.waitFor();
    await until('the focus on the view', async () => view.evaluate((link) => link === document.activeElement), Boolean);
    await page.reload();
    expect(await view.getAttribute('aria-current')).toBe('page');
    const counted = async (): Promise<string[]> => {
      await page.reload();
      await rows().first().waitFor();
      return [await view.innerText(), `被关注的一把手 ${(await keys()).length}`];
    };
    await until('the count', counted, ([told, shown]) => told === shown);
    await shoot(page, 'views');
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('navigation', { name: '我的视图' }).getByRole('link', { name: '全部' }).click();
    await page.waitForURL(/\/cadres$/);
    await view.press('Enter');
    await page.waitForURL(/level=watch/);
    expect(await as<{ items: unknown[] }>(stack, 'handler', 'GET /api/v1/views?page=cadres')).toEqual({ items: [] });

    await page.getByRole('button', { name: '删除视图“被关注的一把手”' }).press('Enter');
    await page.getByText('已删除视图“被关注的一把手”。').waitFor();
    await shoot(page, 'view-removed');
    expect(await violationsOf(page)).toEqual([]);
    await until(
      'the focus on 撤销',
      async () => page.evaluate(() => document.activeElement?.textContent),
      (text) => /撤\s*销/.test(text ?? ''),
    );
    await page.keyboard.press('Enter');
    await view.waitFor();
    await page.getByRole('button', { name: '删除视图“被关注的一把手”' }).press('Enter');
    await page.getByText('已删除视图“被关注的一把手”。').waitFor();
    await page.reload();
    await rows().first().waitFor();
    expect(await page.getByRole('navigation', { name: '我的视图' }).count()).toBe(0);
  });

  it.each(['cadres', 'candidates'])(
    'go onto paper by unit and name, without the numbers of a ranking, and cannot be downloaded: %s',
    async (list) => {
      await page.goto(`${stack.console}/${list}`);
      await rows().first().waitFor();
      expect(await page.getByRole('columnheader', { name: '优先度 P' }).count()).toBe(1);
      const onScreen = await keys();
      // After the page's own listener: what is there now is what the paper is taken from.
      await page.evaluate(() => {
        window.addEventListener('beforeprint', () =>
          document.body.setAttribute('data-printed', document.querySelector('table')?.innerText ?? ''),
        );
      });
      await page.pdf();
      const printed = await page.locator('body').getAttribute('data-printed');
      expect(printed).toContain('姓名');
      expect(printed).not.toMatch(/优先度|证据分/);
      await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
      await page.emulateMedia({ media: 'print' });
      await page.getByText('按单位、姓名排列，不是排名。').waitFor();
      const onPaper = await keys();
      expect(onPaper).not.toEqual(onScreen);
      expect(new Set(onPaper)).toEqual(new Set(onScreen));
      const { items } = await as<{ items: { id: string; unitName: string | null; name: string }[] }>(
        stack,
        'handler',
        `GET /api/v1/${list}`,
      );
      const { compare } = new Intl.Collator('zh-CN');
      const sorted = items.toSorted((a, b) => compare(a.unitName ?? '', b.unitName ?? '') || compare(a.name, b.name));
      expect(onPaper).toEqual(sorted.map(({ id }) => id));
      await shoot(page, `${list}-print`, { fullPage: true });
      expect(await violationsOf(page)).toEqual([]);
      await page.emulateMedia({ media: null });
      await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
      expect(await page.locator('[download]').count()).toBe(0);
    },
  );
});
