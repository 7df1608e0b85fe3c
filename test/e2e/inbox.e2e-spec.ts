import type { Page } from 'playwright-core';
import type { TriagePage } from '#contracts/console/triage';
import { describeInBrowser, openBrowser } from '#testing/browser';
import { shoot, violationsOf } from './looking';
import { admitAgency, as, auditFinding, CHEN, LI, post, readRegistryIn, until } from './office';
import { type RunningStack, startStack } from './running-stack';

describeInBrowser('a petition clerk with the inbox and the items to match', () => {
  let stack: RunningStack;
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  let page: Page;

  const triage = async (): Promise<TriagePage> => as(stack, 'petition-clerk', 'GET /api/v1/triage');

  beforeAll(async () => {
    stack = await startStack('embedded');
    await readRegistryIn(stack);
    const audit = await admitAgency(stack, 'A-AUD', ['organization']);
    await post(stack, audit, auditFinding(audit, 'SJ-1', { idNumber: CHEN.idNumber }));
    await post(stack, audit, auditFinding(audit, 'SJ-2', { name: LI.name, unitCode: 'U-001' }));
    await until('the item to match', triage, ({ open }) => open === 1);
    browser = await openBrowser();
    page = await browser.context.newPage();
    await page.goto(`${stack.console}/`);
    await page.getByLabel('当前身份').first().click();
    await page.getByTitle('信访人员').click();
  }, 240_000);

  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  }, 120_000);

  it('finds what came in, and what became of it', async () => {
    await page.getByRole('link', { name: '信号收件箱' }).click();
    await page.getByText('共 2 件').waitFor();
    await shoot(page, 'signals');
    expect(await violationsOf(page)).toEqual([]);
    await page.locator('tbody tr[data-row-key]').filter({ hasText: 'SJ-2' }).click();
    await page.getByRole('dialog').getByRole('link', { name: '去核对' }).waitFor();
    await shoot(page, 'signal');
    expect(await violationsOf(page)).toEqual([]);
  });

  it('compares what is said with who is in the register, and says who it is', async () => {
    await page.getByRole('dialog').getByRole('link', { name: '去核对' }).click();
    await page.getByRole('button', { name: '就是此人' }).waitFor();
    await shoot(page, 'matching');
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('button', { name: '就是此人' }).click();
    await page.getByText('不能撤销；如有差错').waitFor();
    await page.getByRole('button', { name: /确\s*认/ }).click();
    await page.getByText(`已确定为${LI.name}`).waitFor();
    await page.getByText('没有待核对的事项').waitFor();
    await shoot(page, 'matched');
  });
});

describeInBrowser('the inbox and the items to match of a whole county, on 1366 × 768', () => {
  const LONG = 'XF-DQ-2026-000000000000000001-转办-0000000000000000000000042';
  let stack: RunningStack;
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  let page: Page;

  const rows = () => page.locator('tbody tr[data-row-key]');
  const rowsOnScreen = async (): Promise<number> => {
    await rows().first().waitFor();
    const boxes = await Promise.all((await rows().all()).map(async (row) => row.boundingBox()));
    return boxes.filter((box) => box !== null && box.y + box.height <= 768).length;
  };

  beforeAll(async () => {
    // As many as have fourteen people who cannot be matched at once.
    stack = await startStack('embedded', { demo: true, env: { LIUQU_DEMO_CADRES: '200' } });
    browser = await openBrowser();
    page = await browser.context.newPage();
    await page.goto(`${stack.console}/`);
    await page.getByLabel('当前身份').first().click();
    await page.getByTitle('信访人员').click();
  }, 240_000);

  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  }, 120_000);

  it.each(['信号收件箱', '人员匹配'])('shows at least twelve rows of %s on a screen', async (title) => {
    await page.getByRole('link', { name: title }).click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    expect(await rowsOnScreen()).toBeGreaterThanOrEqual(12);
    await shoot(page, `${title}`);
    expect(await violationsOf(page)).toEqual([]);
  });

  it('keeps the number of an office on one line, and wraps a longer one without losing any of it', async () => {
    const agency = await admitAgency(stack, 'A-LONG', ['organization']);
    await post(stack, agency, auditFinding(agency, LONG, { name: '示例查无此人', unitCode: 'U-001' }));
    await until(
      'the item with a long number',
      async () => as<TriagePage>(stack, 'petition-clerk', 'GET /api/v1/triage?limit=200'),
      ({ items }) => items.some(({ number }) => number === LONG),
    );
    await page.goto(`${stack.console}/signals`);
    const number = rows().filter({ hasText: LONG }).locator('.lq-own-number');
    await number.waitFor();
    const lines = async (one: typeof number): Promise<number> => Math.round((await one.evaluate((span) => span.clientHeight)) / 19.6);
    expect(await lines(number)).toBeGreaterThan(1);
    expect(await lines(page.locator('.lq-own-number', { hasText: /^[A-Z]{2}-\d{4}-\d{5}$/ }).first())).toBe(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1366);
  });
});
