import type { Page } from 'playwright-core';
import type { CadrePage } from '#contracts/console/cadres';
import type { UnitsAnswer } from '#contracts/console/units';
import { describeInBrowser, openBrowser } from '#testing/browser';
import { shoot, violationsOf } from './looking';
import { type Agency, admitAgency, as, eventOf, post, readRegistryIn, until } from './office';
import { type RunningStack, startStack } from './running-stack';

describeInBrowser('a signal about a unit', () => {
  let stack: RunningStack;
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  let page: Page;
  let agency: Agency;

  const about = (id: string, subject: Record<string, string>): Record<string, unknown> =>
    eventOf(agency, id, 'liuqu.signal.superior-inspection-finding.v1', {
      subject,
      occurredOn: '2026-11-01',
      matter: 'XC-2026-01',
      verification: 'verified',
      reporterKind: 'agency-finding',
      severity: 4,
      fields: { round: '2026年第一轮', problem: '落实议事规则不到位', responsible: '主要领导责任' },
    });

  beforeAll(async () => {
    stack = await startStack('embedded');
    await readRegistryIn(stack);
    agency = await admitAgency(stack, 'A-TEST', ['superior', 'team']);
    browser = await openBrowser();
    page = await browser.context.newPage();
  }, 240_000);

  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  }, 120_000);

  it('is posted with the code of the unit alone, and raises the unit and none of its members', async () => {
    const cadres = async (): Promise<CadrePage> => as(stack, 'handler', 'GET /api/v1/cadres?unit=U-001');
    const before = (await cadres()).items.map(({ id, e }) => [id, e]);
    expect((await post(stack, agency, about('XC-1', { unitCode: 'U-001' }))).status).toBe(202);
    const raised = await until(
      'the reading of the unit',
      async () => as<UnitsAnswer>(stack, 'handler', 'GET /api/v1/units'),
      ({ items }) => items.some(({ code, reading }) => code === 'U-001' && (reading?.e ?? 0) > 0),
    );
    expect(raised.items.find(({ code }) => code === 'U-001')?.reading?.level).not.toBe('none');
    expect((await cadres()).items.map(({ id, e }) => [id, e])).toEqual(before);
  });

  it('is refused about a person where the team is meant', async () => {
    const event = eventOf(agency, 'XC-2', 'liuqu.signal.team-duty-imbalance.v1', {
      subject: { name: '陈示例', unitCode: 'U-001' },
      verification: 'verified',
      reporterKind: 'agency-finding',
      severity: 1,
      fields: { loadIndex: 85 },
    });
    const { status, body } = await post(stack, agency, event);
    expect([status, body]).toEqual([400, expect.objectContaining({ errors: [expect.objectContaining({ pointer: '/data/subject' })] })]);
  });

  it('is seen on 班子画像: in the list, and on the page of the unit with its sender, number and fields', async () => {
    await page.goto(`${stack.console}/cadres`);
    await page.getByRole('link', { name: '班子画像' }).click();
    await page.getByRole('heading', { name: '班子画像' }).waitFor();
    await page.getByLabel('按名称或代码查找').fill('U-001');
    await page.getByRole('row', { name: /U-001/ }).waitFor();
    await shoot(page, 'units', { fullPage: true });
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('row', { name: /U-001/ }).getByRole('link').click();
    await page.getByRole('dialog').getByLabel('理由').fill('核对巡察反馈问题');
    await page.getByRole('dialog').getByRole('button', { name: '查阅', exact: true }).click();
    await page.getByText('不得仅凭本分值').first().waitFor();
    await page.getByRole('region', { name: '现任成员' }).waitFor();
    await page.getByRole('button', { name: /^展开.*XC-1$/ }).click();
    await page.getByText('A-TEST 示例单位').first().waitFor();
    await page.getByText('落实议事规则不到位').waitFor();
    await page.locator('[aria-label*="六渠图"] svg').first().waitFor();
    await shoot(page, 'unit', { fullPage: true });
    expect(await violationsOf(page)).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    await shoot(page, 'unit-print', { fullPage: true });
    expect(await violationsOf(page)).toEqual([]);
  });
});
