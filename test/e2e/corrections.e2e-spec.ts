import type { Page } from 'playwright-core';
import type { AlertRecordPage } from '#contracts/console/alert-records';
import type { CandidatePage } from '#contracts/console/candidates';
import { SIGNAL_STATUS_CHANGED } from '#contracts/signals/follow-ups';
import { describeInBrowser, openBrowser } from '#testing/browser';
import { shoot, violationsOf } from './looking';
import { admitAgency, type Agency, as, auditFinding, CHEN, eventOf, post, readRegistryIn, until } from './office';
import { type RunningStack, startStack } from './running-stack';
import { comeAs } from './signing-in';

/** What is taken back is taken back wherever it went, and people decide what follows. */
describeInBrowser('a finding that turns out to be wrong', () => {
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
  const finding = async (id: string): Promise<void> => {
    await post(stack, audit, auditFinding(audit, id, { idNumber: CHEN.idNumber }));
  };
  const judge = async (id: string, status: string, decidedOn: string): Promise<void> => {
    const of = { source: `/agency/${audit.code}/main`, id };
    await post(stack, audit, eventOf(audit, `${status}-${id}`, SIGNAL_STATUS_CHANGED, { of, status, decidedOn }));
  };
  const comes = async (role: string, path: string): Promise<void> => comeAs(page, stack, role, path);

  it('marks the open candidate, and says what changed', async () => {
    await finding('F-1');
    await until('the candidate', candidates, ({ items }) => items.length === 1);
    await judge('F-1', 'plausible', '2026-11-02');
    await until('the mark', candidates, ({ items }) => items[0]?.basisChanged === true);
    await comes('handler', '/desk');
    await page.getByText('依据已变化').waitFor();
    await page.getByRole('link', { name: '对函询候选提出意见' }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByText('核实情况由已核实改为基本可信', { exact: false }).waitFor();
    await drawer.getByText('提出后依据已变化', { exact: false }).waitFor();
    await shoot(page, 'candidate-basis');
    expect(await violationsOf(page)).toEqual([]);
  });

  it('asks for a look at what was decided, and takes nothing back by itself', async () => {
    const [candidate] = (await candidates()).items;
    await as(stack, 'case-management', `POST /api/v1/candidates/${candidate?.id}/taking`, { clueNumber: 'XS-2026-021' });
    await judge('F-1', 'refuted', '2026-11-03');
    await until('the review', candidates, ({ items }) => items[0]?.toReview === true && items[0].state === 'taken');
    await comes('handling-office-head', '/desk');
    await page.getByRole('link', { name: '复核依据已变化的决定' }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByText('不再计分', { exact: false }).waitFor();
    await shoot(page, 'candidate-review');
    expect(await violationsOf(page)).toEqual([]);
    await drawer.getByRole('button', { name: '撤销受理' }).click();
    await drawer.getByText('请填写理由').waitFor();
    await drawer.getByLabel('复核意见').fill('审计复核后问题不成立');
    await drawer.getByRole('button', { name: '撤销受理' }).click();
    await drawer.getByText(/复核：撤销受理/).waitFor();
    expect((await candidates()).items.map(({ state, toReview }) => [state, toReview])).toEqual([['withdrawn', false]]);
  });

  it('strikes its alert, with the reason', async () => {
    const { items } = await as<AlertRecordPage>(stack, 'handler', 'GET /api/v1/alert-records');
    expect(items.map(({ state, correction }) => [state, correction?.ground])).toEqual([['void', 'refuted']]);
    await comes('handler', '/alerts');
    await page.getByText('信号经核查不属实').waitFor();
    await page.locator('del').first().waitFor();
    await shoot(page, 'alerts');
    expect(await violationsOf(page)).toEqual([]);
  });
});
