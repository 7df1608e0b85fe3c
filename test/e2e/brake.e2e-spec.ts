import type { Page } from 'playwright-core';
import type { CandidatePage } from '#contracts/console/candidates';
import { describeInBrowser, openBrowser } from '#testing/browser';
import { shoot, violationsOf } from './looking';
import { admitAgency, type Agency, as, auditFinding, CHEN, post, readRegistryIn, until } from './office';
import { type RunningStack, startStack } from './running-stack';
import { comeAs } from './signing-in';

/** More candidates than the limit: an alarm, a look, and the head of the office lets them go. */
describeInBrowser('more candidates a day than the limit', () => {
  let stack: RunningStack;
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  let page: Page;
  let audit: Agency;

  beforeAll(async () => {
    stack = await startStack('embedded');
    await readRegistryIn(stack);
    audit = await admitAgency(stack, 'A-AUD', ['organization']);
    browser = await openBrowser();
    page = await browser.context.newPage();
    page.setDefaultTimeout(15_000);
  }, 240_000);

  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  }, 120_000);

  const candidates = async (): Promise<CandidatePage> => as(stack, 'handler', 'GET /api/v1/candidates');
  const comes = async (role: string, path: string): Promise<void> => comeAs(page, stack, role, path);

  it('are held, and whoever comes to the desk sees it', async () => {
    await as(stack, 'handling-office-head', 'PUT /api/v1/candidate-brake', { most: 0, reason: '新规则试行，逐件核对' });
    await post(stack, audit, auditFinding(audit, 'F-1', { idNumber: CHEN.idNumber }));
    await until('the candidate', candidates, ({ items }) => items[0]?.state === 'held');
    await comes('handler', '/desk');
    await page.getByText('1 件函询候选超过每日上限 0 件', { exact: false }).waitFor();
    await shoot(page, 'brake-on-the-desk');
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('link', { name: '查看待放行的候选' }).click();
    await page.getByText('新规则试行，逐件核对', { exact: false }).waitFor();
    expect(await page.getByRole('button', { name: '放行' }).count()).toBe(0);
  });

  it('are let go by the head of the handling office, with a number and a reason', async () => {
    await comes('handling-office-head', '/candidates?state=held');
    const form = page.getByRole('form', { name: '放行' });
    await form.getByRole('button', { name: '放行' }).click();
    await form.getByText('请填写 1 至 1 的整数').waitFor();
    await form.getByLabel('放行件数').fill('1');
    await form.getByLabel('放行理由').fill('已核对，规则无误');
    await shoot(page, 'brake-panel');
    expect(await violationsOf(page)).toEqual([]);
    await form.getByRole('button', { name: '放行' }).click();
    await until('the release', candidates, ({ items }) => items[0]?.state === 'proposed');
    await page.getByText('没有符合条件的候选').waitFor();
    await comes('handler', '/desk');
    await page.getByRole('link', { name: '对函询候选提出意见' }).click();
    await page.getByRole('dialog').getByText('放行：已核对，规则无误', { exact: false }).waitFor();
  });

  it('and the limit is set again with a reason that is kept', async () => {
    await comes('handling-office-head', '/candidates?state=held');
    const form = page.getByRole('form', { name: '设定上限' });
    await form.getByLabel('每日上限（件；填 0 则每件都须放行）').fill('25');
    await form.getByLabel('设定理由').fill('试行结束');
    await form.getByRole('button', { name: '设定上限' }).click();
    await page.getByText(/每日上限 25 件，.*试行结束/).waitFor();
  });
});
