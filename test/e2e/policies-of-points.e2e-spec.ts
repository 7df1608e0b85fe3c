import type { Page } from 'playwright-core';
import type { CadrePage } from '#contracts/console/cadres';
import { civilDate } from '#platform/time/clock';
import { namedJson } from '#platform/json/named-json';
import { describeInBrowser } from '#testing/browser';
import { YUNLING_100 } from '#testing/schemes/yunling-100';
import { shoot, violationsOf } from './looking';
import { admitAgency, as, CHEN, eventOf, post, readRegistryIn, until } from './office';
import { PolicyOffice } from './policy-office';
import { type RunningStack, startStack } from './running-stack';
import { SchemeWriter } from './scheme-writer';

/** What docs/howto/write-a-points-scheme.md tells, step by step; then its worked example, in the points ledger of one cadre. */
describeInBrowser('a points scheme from a blank form to the points of a person', () => {
  let stack: RunningStack;
  let office: PolicyOffice;
  let page: Page;
  let ledger: string;
  const year = civilDate(new Date()).slice(0, 4);

  beforeAll(async () => {
    stack = await startStack('embedded');
    await readRegistryIn(stack);
    office = await PolicyOffice.open(stack);
    page = office.page;
    page.setDefaultTimeout(30_000);
  }, 240_000);

  afterAll(async () => {
    await office?.close();
    await stack?.stop();
  }, 120_000);

  it('is written by the form alone, and is the document of the how-to to the last sign', async () => {
    await office.become('case-management', '/policies?kind=points');
    await office.press('新建空白办法');
    await page.getByRole('region', { name: '记分项', exact: true }).waitFor();
    office.address = new URL(page.url()).pathname;
    await new SchemeWriter(page, YUNLING_100).write();
    await shoot(page, 'scheme-form', { fullPage: true });
    expect(JSON.parse(await office.json().inputValue())).toEqual(YUNLING_100);
    await office.keep();
    expect(await office.file()).toMatchObject({ state: 'draft', findings: [], hash: namedJson(YUNLING_100).hash });
    expect(await violationsOf(page)).toEqual([]);
  }, 600_000);

  it('tells what is wrong with it at its field, and leads there', async () => {
    const items = page.getByRole('region', { name: '记分项', exact: true });
    await items.getByRole('button', { name: /漏报情节较重/ }).click();
    await items.getByRole('spinbutton', { name: '分值', exact: true }).fill('');
    await office.keep();
    await items.getByText('缺少这一项').waitFor();
    await items.getByRole('button', { name: /计划迟报/ }).click();
    await items.getByText('1 条校验意见').waitFor();
    await office.findings().getByRole('button').first().click();
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === '分值');
    await page.keyboard.type('8');
    await office.keep();
    expect(await office.file()).toMatchObject({ findings: [], hash: namedJson(YUNLING_100).hash });
  }, 120_000);

  it('is approved by two leaders who did not write it, and put into force', async () => {
    await office.press('校验');
    await page.getByText('已通过校验，可以提请审批').waitFor();
    await office.press('提请审批');
    await page.getByText('待审批').first().waitFor();
    await office.approveByTwo();
    await office.press('启用');
    await page.getByText('正在执行。如需修改').waitFor();
    expect(await office.file()).toMatchObject({ state: 'live', hash: namedJson(YUNLING_100).hash });
  }, 120_000);

  /** Says what for where the page asks, and waits for the ledger. */
  const openLedger = async (role: string): Promise<void> => {
    await office.become(role, ledger);
    const asked = page.getByRole('dialog', { name: '说明查阅用途' });
    await asked
      .or(page.getByRole('region', { name: '记分项', exact: true }))
      .first()
      .waitFor();
    if (await asked.isVisible()) {
      await asked.getByLabel('理由').fill('办理记分事项');
      await asked.getByRole('button', { name: '查阅', exact: true }).click();
    }
    await page.getByRole('region', { name: '记分项', exact: true }).waitFor();
  };
  const take = async (step: string): Promise<void> => {
    await page.getByRole('button', { name: new RegExp(`^${Array.from(step).join('\\s*')}$`) }).click();
    await page
      .getByRole('button', { name: /^登\s*记$/ })
      .first()
      .click();
    await page.getByText(new RegExp(`日 ${step}（`)).waitFor();
  };

  it('gives the points of its worked example after notice, statement, verification and another person’s confirmation', async () => {
    const agency = await admitAgency(stack, 'A-ORG', ['self']);
    const omission = eventOf(agency, 'omission-1', 'liuqu.signal.self-personal-matters-omission.v1', {
      subject: { idNumber: CHEN.idNumber },
      occurredOn: '2026-11-01',
      matter: 'GR-2026-01',
      verification: 'verified',
      reporterKind: 'agency-finding',
      severity: 3,
      fields: { item: '房产', declared: '一处', found: '两处' },
    });
    expect((await post(stack, agency, omission)).status).toBe(202);
    const { items } = await until(
      'the reading of the omission',
      async () => as<CadrePage>(stack, 'handler', 'GET /api/v1/cadres'),
      (answer) => answer.items.some(({ name, e }) => name === CHEN.name && e > 0),
    );
    ledger = `/points/yunling-100/${encodeURIComponent(items.find(({ name }) => name === CHEN.name)?.id ?? '')}`;
    await openLedger('handler');
    await page.getByText('漏报情节较重').first().waitFor();
    for (const step of ['告知', '收到申述', '核实']) await take(step);
    await page.getByText('未计入，待确认').waitFor();
    await openLedger('handling-office-head');
    await take('确认');
    await page.getByText('92', { exact: true }).first().waitFor();
    await page.getByText('提示', { exact: true }).first().waitFor();
    const consequence = page.getByRole('region', { name: '后果', exact: true }).getByRole('row', { name: /不得评先评优/ });
    expect(await consequence.innerText()).toContain(`${year}-12-31`);
    expect(await consequence.innerText()).toContain('生效中');
    await shoot(page, 'points-ledger');
    expect(await violationsOf(page)).toEqual([]);
    expect(office.faults).toEqual([]);
  }, 240_000);
});
