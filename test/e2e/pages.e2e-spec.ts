import type { Page } from 'playwright-core';
import type { CadrePage } from '#contracts/console/cadres';
import type { CandidatePage } from '#contracts/console/candidates';
import type { DeskAnswer } from '#contracts/console/desk';
import { describeInBrowser, openBrowser } from '#testing/browser';
import { shoot, violationsOf } from './looking';
import { as, demoIsIn, until } from './office';
import { type RunningStack, startStack } from './running-stack';
import { admit, fillIn } from './signing-in';

describeInBrowser('the console in a browser of the offices, 1366 × 768, without a network', () => {
  let stack: RunningStack;
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  let page: Page;
  const elsewhere: string[] = [];
  const faults: string[] = [];

  beforeAll(async () => {
    stack = await startStack('embedded', { demo: true });
    await demoIsIn(stack);
    browser = await openBrowser();
    page = await browser.context.newPage();
    page.on('request', (request) => {
      if (!request.url().startsWith(stack.console) && !request.url().startsWith('data:')) elsewhere.push(request.url());
    });
    page.on('pageerror', (error) => faults.push(String(error)));
  }, 240_000);

  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  }, 120_000);

  it('begins at the desk, with what waits for the person and how the scope stands', async () => {
    await page.goto(`${stack.console}/`);
    await page.getByRole('heading', { name: '工作台' }).waitFor();
    const { tasks } = await as<DeskAnswer>(stack, 'handler', 'GET /api/v1/desk');
    await page.getByRole('heading', { name: `我的待办（${tasks.total} 件）` }).waitFor();
    expect(await page.getByRole('link', { name: '对函询候选提出意见' }).count()).toBe(tasks.items.length);
    await shoot(page, 'desk');
    expect(await violationsOf(page)).toEqual([]);
    await page.getByLabel('近 30 天提出的函询候选的显示方式').getByText('表', { exact: true }).click();
    await page.getByRole('table', { name: '近 30 天提出的函询候选' }).waitFor();
    expect(await violationsOf(page)).toEqual([]);
  });

  it('lists the cadres, at least twelve on a screen, the gravest first', async () => {
    await page.getByRole('link', { name: '预警列表' }).click();
    await page.getByRole('heading', { name: '预警列表' }).waitFor();
    const rows = page.locator('tbody tr[data-row-key]');
    await rows.first().waitFor();
    const { items } = await as<CadrePage>(stack, 'handler', 'GET /api/v1/cadres');
    expect(await rows.first().innerText()).toContain(items[0]?.name);
    const boxes = await Promise.all((await rows.all()).map(async (row) => row.boundingBox()));
    expect(boxes.filter((box) => box !== null && box.y + box.height <= 768).length).toBeGreaterThanOrEqual(12);
    await shoot(page, 'cadres');
    expect(await violationsOf(page)).toEqual([]);
  });

  it('shows one person with the picture of six channels and the parts of the score', async () => {
    const principals = `GET /api/v1/cadres?category=${encodeURIComponent('一把手')}&limit=1`;
    const { items } = await as<CadrePage>(stack, 'handler', principals);
    const cadre = items[0];
    await page.goto(`${stack.console}/cadres/${encodeURIComponent(cadre?.id ?? '')}`);
    await page.getByRole('dialog').getByRole('button', { name: '查阅', exact: true }).click();
    await page
      .getByRole('heading', { name: cadre?.name ?? '' })
      .first()
      .waitFor();
    await page.locator('canvas, svg[role="img"], [aria-label*="六渠"]').first().waitFor();
    await page.getByText('不得仅凭本分值').first().waitFor();
    await page.getByRole('table', { name: '一把手五个方面' }).getByText('重要人事推荐').waitFor();
    await shoot(page, 'cadre');
    await shoot(page, 'cadre-whole', { fullPage: true });
    expect(await violationsOf(page)).toEqual([]);
  });

  it('lets a handler ask to dismiss a candidate and the office head confirm it', async () => {
    await page.goto(`${stack.console}/candidates`);
    await page.getByRole('heading', { name: '函询候选' }).waitFor();
    await page.locator('tbody tr[data-row-key]').first().click();
    await page.getByRole('dialog').getByRole('button', { name: '申请不予函询' }).click({ trial: true });
    await shoot(page, 'candidate');
    expect(await violationsOf(page)).toEqual([]);
    const open = async (): Promise<CandidatePage> => as(stack, 'handler', 'GET /api/v1/candidates?state=dismissal-asked');
    await page.getByRole('dialog').getByRole('textbox').first().fill('已另案处理');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /不予|排除|驳回|了结|不采纳/ })
      .first()
      .click();
    await until('the asked dismissal', open, ({ items }) => items.length === 1);
    await page.getByLabel('当前身份').first().click();
    await page.getByTitle('承办部门负责人').click();
    await page.getByRole('dialog').getByRole('button', { name: '同意不予函询' }).click();
    const dismissed = async (): Promise<CandidatePage> => as(stack, 'handler', 'GET /api/v1/candidates?state=dismissed');
    await until('the dismissal', dismissed, ({ items }) => items.length === 1);
    await page.getByText('同意不予函询').last().waitFor();
    await shoot(page, 'candidate-dismissed');
  });

  it('shows the catalogue, finds a type by a word, and tells what it does and what its sender fills in', async () => {
    await page.goto(`${stack.console}/cadres`);
    await page.getByRole('link', { name: '信号目录' }).click();
    await page.getByRole('heading', { name: '信号目录' }).waitFor();
    await page.getByText('共 81 种，显示 81 种').waitFor();
    await shoot(page, 'catalogue');
    expect(await violationsOf(page)).toEqual([]);
    await page.getByLabel('按代码或名称查找').fill('诬告');
    await page.getByText('共 81 种，显示 1 种').waitFor();
    await page.getByRole('button', { name: '展开诬告认定' }).click();
    await page.getByText('状态改为「认定诬告」').waitFor();
    expect(await page.getByRole('table', { name: '专项内容' }).innerText()).toContain('认定文号');
    await page.goto(`${stack.console}/catalogue?channel=organization&effect=not-scored&open=org-audit-due`);
    await page.getByText('共 81 种，显示 11 种').waitFor();
    await page.getByText('列为机关任务').waitFor();
    await shoot(page, 'catalogue-open');
    expect(await violationsOf(page)).toEqual([]);
  });

  it('signs a person in with password and code, says who that is, and signs out', async () => {
    const clerk = await admit(stack, { id: 'lin.shili', name: '示例林', role: 'petition-clerk' });
    await page.goto(`${stack.console}/sign-in`);
    await page.getByRole('heading', { name: '登录' }).waitFor();
    await shoot(page, 'sign-in');
    expect(await violationsOf(page)).toEqual([]);
    await fillIn(page, clerk, { password: 'wrong' });
    await page.getByText('用户名、密码或动态码不正确').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await fillIn(page, clerk);
    await page.getByRole('heading', { name: '工作台' }).waitFor();
    await page.getByText('示例林').waitFor();
    await page.getByRole('heading', { name: /^我的待办/ }).waitFor();
    await shoot(page, 'signed-in');
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('button', { name: '退出' }).click();
    await page.getByText('您已退出').waitFor();
    await shoot(page, 'signed-out');
  });

  it('leads back to sign-in when the session is over, and from there to where the person was', async () => {
    const head = await admit(stack, { id: 'he.shili', name: '示例林', role: 'handling-office-head' });
    await page.goto(`${stack.console}/sign-in`);
    await fillIn(page, head);
    await page.getByText('示例林').waitFor();
    await page.getByRole('link', { name: '函询候选', exact: true }).waitFor();
    // A page that still asks would hear of it before the person does anything.
    await page.waitForLoadState('networkidle');
    await as(stack, 'security-administrator', 'PUT /api/v1/users/he.shili/active', { active: false });
    await as(stack, 'security-administrator', 'PUT /api/v1/users/he.shili/active', { active: true });
    await page.getByRole('link', { name: '函询候选', exact: true }).click();
    await page.getByText('登录已失效').waitFor();
    await shoot(page, 'session-over');
    expect(await violationsOf(page)).toEqual([]);
    // Each code is taken once: the next one, a little early.
    await fillIn(page, head, { at: new Date(Date.now() + 30_000) });
    await page.getByRole('heading', { name: '函询候选' }).waitFor();
    await page.getByText('示例林', { exact: true }).waitFor();
    // Acts are those of who signed in, not of the person that the demo had here before.
    await page.locator('tbody tr[data-row-key]').first().click();
    await page.getByRole('region', { name: '办理' }).waitFor();
    expect(await page.getByRole('button', { name: '申请不予函询' }).count()).toBe(0);
    await page.getByRole('button', { name: '退出' }).click();
    await page.getByText('您已退出').waitFor();
    await page.goto(`${stack.console}/`);
    await page.getByLabel('当前身份').first().waitFor();
  });

  it('prints who may do what', async () => {
    await page.goto(`${stack.console}/cadres`);
    await page.getByRole('link', { name: '权限' }).click();
    await page.getByRole('heading', { name: '权限' }).waitFor();
    const row = page.getByRole('row', { name: /dismissal\/confirmation/ });
    expect(await row.innerText()).toContain('承办部门负责人');
    await shoot(page, 'permissions');
    expect(await violationsOf(page)).toEqual([]);
  });

  it('asked nobody outside and broke nowhere', () => {
    expect(elsewhere).toEqual([]);
    expect(faults).toEqual([]);
  });
});
