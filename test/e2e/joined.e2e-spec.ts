import type { Page } from 'playwright-core';
import type { CadrePage, ExplanationAnswer } from '#contracts/console/cadres';
import { describeInBrowser, openBrowser } from '#testing/browser';
import { shoot, violationsOf } from './looking';
import { type Agency, admitAgency, as, auditFinding, CHEN, eventOf, post, readRegistryIn, until } from './office';
import { type RunningStack, startStack } from './running-stack';

describeInBrowser('signals that a handler joins on the portrait', () => {
  let stack: RunningStack;
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  let page: Page;
  let cadre: string;

  const explained = async (): Promise<ExplanationAnswer> =>
    as(stack, 'handler', `GET /api/v1/cadres/${encodeURIComponent(cadre)}/reading/explanation`);
  const letter = (agency: Agency, id: string): Record<string, unknown> =>
    eventOf(agency, id, 'liuqu.signal.public-accusation-anonymous.v1', {
      subject: { idNumber: CHEN.idNumber },
      occurredOn: '2026-11-01',
      matter: `XF-${id}`,
      verification: 'plausible',
      reporterKind: 'anonymous',
      severity: 4,
      fields: { aspect: '廉政勤政' },
    });

  beforeAll(async () => {
    stack = await startStack('embedded');
    await readRegistryIn(stack);
    const [audit, petitions] = [await admitAgency(stack, 'A-AUD', ['organization']), await admitAgency(stack, 'A-PET', ['public'])];
    const sent = [
      post(stack, audit, auditFinding(audit, 'SJ-1', { idNumber: CHEN.idNumber })),
      ...['1', '2', '3'].map(async (id) => post(stack, petitions, letter(petitions, id))),
    ];
    const refused = (await Promise.all(sent)).filter(({ status }) => status !== 202);
    if (refused.length > 0) throw new Error(`refused: ${JSON.stringify(refused)}`);
    const list = async (): Promise<CadrePage> => as(stack, 'handler', 'GET /api/v1/cadres');
    const { items } = await until('the reading', list, ({ items: rows }) => (rows[0]?.e ?? 0) > 0);
    cadre = items[0]?.id ?? '';
    await until('all four', explained, ({ channels }) => channels.flatMap(({ matters }) => matters).length === 4);
    browser = await openBrowser();
    page = await browser.context.newPage();
  }, 240_000);

  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  }, 120_000);

  const choose = async (...names: readonly string[]): Promise<void> => {
    await page.getByRole('button', { name: '关联或认定同源' }).click();
    for (const name of names) await page.getByRole('checkbox', { name }).check();
  };

  it('as letters of one campaign count as one, and each stays in the list', async () => {
    const before = await explained();
    await page.goto(`${stack.console}/cadres/${encodeURIComponent(cadre)}`);
    await page.getByRole('dialog').getByRole('button', { name: '查阅', exact: true }).click();
    await choose('选择匿名检举1', '选择匿名检举2', '选择匿名检举3');
    await page.getByLabel('属于同源来件').check();
    await page.getByLabel('独立账号数').fill('2');
    await page.getByLabel('理由').fill('三封信文字相同');
    await shoot(page, 'joining', { fullPage: true });
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('button', { name: '认定', exact: true }).click();
    await page.getByText('3 件来件，1 种文本，2 个独立账号').waitFor();
    const after = await until('the reading to follow', explained, ({ e }) => e < before.e);
    const letters = after.channels
      .flatMap(({ matters }) => matters.flatMap(({ events }) => events))
      .filter(({ code }) => code.startsWith('public-'));
    expect(letters.map(({ countedIn }) => countedIn === null)).toEqual(expect.arrayContaining([true, false, false]));
    await page.getByText('并入同源来件').first().waitFor();
  });

  it('as one matter corroborate one another, and undone it is as it was before', async () => {
    const before = await explained();
    await choose('选择离任审计问题SJ-1', '选择匿名检举3');
    await page.getByLabel('理由').fill('反映的就是审计查出的津贴补贴');
    await page.getByRole('button', { name: '认定', exact: true }).click();
    await page.getByText('2 条信号属于同一事项').waitFor();
    await until('corroboration', explained, ({ corroboration }) => corroboration.part > 0);
    await shoot(page, 'joined', { fullPage: true });
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('listitem').filter({ hasText: '属于同一事项' }).getByRole('button', { name: '撤销认定' }).click();
    await page.getByLabel('撤销的理由').fill('核实后并非一事');
    await page.getByRole('listitem').filter({ hasText: '属于同一事项' }).getByRole('button', { name: '撤销认定' }).click();
    const after = await until('the reading to follow', explained, ({ corroboration }) => corroboration.part === 0);
    expect([after.e, after.channels]).toEqual([before.e, before.channels]);
    await page.getByText('撤销：').waitFor();
  });

  it('stand beside a level that two persons set, which changes no number', async () => {
    const before = await explained();
    await page.getByRole('button', { name: '提出人工定级' }).click();
    await page.getByRole('combobox', { name: '级别' }).click();
    await page.getByTitle('重点', { exact: true }).click();
    await page.getByLabel('截止日期').fill('2099-01-01');
    await page.getByLabel('理由').fill('另有未入库的核查情况');
    await page.getByRole('button', { name: '提出', exact: true }).click();
    await page.getByText('待另一人复核，拟至').waitFor();
    const [asked] = (await explained()).overrides;
    await as(stack, 'handling-office-head', `POST /api/v1/overrides/${asked?.id}/confirmation`, {});
    await page.reload();
    await page.getByText('人工定级至 2099年1月1日').waitFor();
    await shoot(page, 'override', { fullPage: true });
    expect(await violationsOf(page)).toEqual([]);
    const after = await explained();
    expect([after.e, after.p, after.level]).toEqual([before.e, before.p, before.level]);
    expect(after.overrides.map(({ level, state }) => [level, state])).toEqual([['priority', 'holding']]);
  });
});
