import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import type { TriagePage } from '#contracts/console/triage';
import { describeInBrowser, openBrowser } from '#testing/browser';
import { admitAgency, as, auditFinding, CHEN, LI, post, readRegistryIn, until } from './office';
import { type RunningStack, startStack } from './running-stack';

/** To be looked at by people; not kept in the repository. */
const SHOTS = resolve(__dirname, '../../.data/screenshots');

describeInBrowser('a petition clerk with the inbox and the items to match', () => {
  let stack: RunningStack;
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  let page: Page;

  const shoot = async (name: string): Promise<void> => void (await page.screenshot({ path: join(SHOTS, `${name}.png`) }));
  const violations = async (): Promise<string[]> => (await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id);
  const triage = async (): Promise<TriagePage> => as(stack, 'petition-clerk', 'GET /api/v1/triage');

  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true });
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
    await shoot('signals');
    expect(await violations()).toEqual([]);
    await page.locator('tbody tr[data-row-key]').filter({ hasText: 'SJ-2' }).click();
    await page.getByRole('dialog').getByRole('link', { name: '去核对' }).waitFor();
    await shoot('signal');
    expect(await violations()).toEqual([]);
  });

  it('compares what is said with who is in the register, and says who it is', async () => {
    await page.getByRole('dialog').getByRole('link', { name: '去核对' }).click();
    await page.getByRole('button', { name: '就是此人' }).waitFor();
    await shoot('matching');
    expect(await violations()).toEqual([]);
    await page.getByRole('button', { name: '就是此人' }).click();
    await page.getByText('不能撤销；如有差错').waitFor();
    await page.getByRole('button', { name: /确\s*认/ }).click();
    await page.getByText(`已确定为${LI.name}`).waitFor();
    await page.getByText('没有待核对的事项').waitFor();
    await shoot('matched');
  });
});
