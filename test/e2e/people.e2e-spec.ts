import type { Locator, Page } from 'playwright-core';
import type { HandedOutAnswer } from '#contracts/console/session';
import type { UsersAnswer } from '#contracts/console/users';
import { describeInBrowser, openBrowser } from '#testing/browser';
import { CLIENT } from '#testing/identity-providers/listening';
import { type RealProvider, startRealProvider } from '#testing/identity-providers/real-provider';
import { shoot, violationsOf } from './looking';
import { as, until } from './office';
import { type RunningStack, startStack } from './running-stack';

/** Each of the demo's people by the group in which they are offered. */
const OFFERED = [
  ['办理', ['承办人', '案管人员', '信访人员']],
  ['决定', ['承办部门负责人', '分管领导', '机关主要负责人', '党委主要负责人']],
  ['管理', ['系统管理员', '安全管理员', '审计员', '接入人员']],
] as const;

/** Those whose menus differ, page by page. */
const WALKED: readonly string[] = ['党委主要负责人', '系统管理员', '安全管理员', '审计员', '接入人员'];

describeInBrowser('people at the console in a browser of the offices, 1366 × 768', () => {
  let provider: RealProvider;
  let stack: RunningStack;
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  let page: Page;
  const forbidden: string[] = [];

  const users = async (): Promise<UsersAnswer> => as(stack, 'security-administrator', 'GET /api/v1/users');
  /** An option of the list that is open; lists that were open before stay in the page, hidden. */
  const option = (word: string): Locator =>
    page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option').getByText(word, { exact: true });
  const become = async (who: string): Promise<void> => {
    await page.getByLabel('当前身份').first().click();
    await Promise.all([page.waitForEvent('load'), option(who).click()]);
  };
  const menu = (): Locator => page.getByRole('navigation', { name: '主菜单' }).getByRole('menuitem');
  const openUser = async (id: string): Promise<void> => {
    await page.goto(`${stack.console}/users?open=${id}`);
    await page.getByRole('dialog').getByText('开户时间').waitFor();
  };
  const choose = async (label: string, word: string): Promise<void> => {
    await page.getByRole('dialog').getByLabel(label, { exact: true }).fill(word);
    await option(word).click();
    // While a list closes it is still on the page, and would be read as a part of it.
    await option(word).waitFor({ state: 'hidden' });
  };

  beforeAll(async () => {
    provider = await startRealProvider();
    const env = { LIUQU_OIDC_ISSUER: provider.issuer, LIUQU_OIDC_CLIENT_ID: CLIENT.id, LIUQU_OIDC_CLIENT_SECRET: CLIENT.secret };
    stack = await startStack('embedded', { env });
    provider.admit(stack.console);
    browser = await openBrowser();
    page = await browser.context.newPage();
    page.setDefaultTimeout(15_000);
    page.on('response', (answer) => {
      if (answer.status() === 403) forbidden.push(`${answer.request().method()} ${new URL(answer.url()).pathname}`);
    });
  }, 240_000);

  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
    await provider?.close();
  }, 120_000);

  it('are offered in a demo one a role, in three groups, and each finds only pages that they may read', async () => {
    await page.goto(`${stack.console}/`);
    await page.getByRole('heading', { name: '工作台' }).waitFor();
    await page.getByLabel('当前身份').first().click();
    await shoot(page, 'demo-people');
    for (const [group, people] of OFFERED) {
      expect(await page.getByTitle(group, { exact: true }).count()).toBe(1);
      for (const who of people) expect(await option(who).count()).toBe(1);
    }
    await page.keyboard.press('Escape');
    for (const who of OFFERED.flatMap<string>(([, people]) => people)) {
      if (who !== '承办人') await become(who);
      await page.getByRole('heading', { level: 1 }).waitFor();
      const words = await menu().allInnerTexts();
      expect(words.includes('预警列表')).toBe(!['系统管理员', '安全管理员', '审计员', '接入人员'].includes(who));
      expect(words.includes('用户')).toBe(who === '安全管理员');
      for (const word of WALKED.includes(who) ? words : []) {
        await menu().filter({ hasText: word }).click();
        await page.getByRole('heading', { level: 1, name: word.trim() }).waitFor();
      }
      expect(await page.getByRole('alert').count()).toBe(0);
    }
    expect(forbidden).toEqual([]);
  }, 150_000);

  it.each([
    ['in the dark', { dark: true }],
    ['by day', { dark: false }],
  ] as const)('see 运行监控 %s, with headings below that of the page', async (when, display) => {
    await page.evaluate((kept) => {
      localStorage.setItem('liuqu.display', kept);
      localStorage.setItem('liuqu.demo-principal', 'system-administrator');
    }, JSON.stringify(display));
    await page.goto(`${stack.console}/operations`);
    await page.getByRole('table', { name: '消费进度' }).waitFor();
    const size = async (level: number): Promise<number> =>
      page
        .getByRole('heading', { level })
        .first()
        .evaluate((heading) => Number.parseFloat(getComputedStyle(heading).fontSize));
    expect(await size(2)).toBeLessThan(await size(1));
    await shoot(page, `operations ${when}`);
    expect(await violationsOf(page)).toEqual([]);
  });

  it('are added by the security administrator, who sees what to hand over this once', async () => {
    await page.goto(`${stack.console}/`);
    await become('安全管理员');
    await menu().filter({ hasText: '用户' }).click();
    await page.getByText('还没有账户').waitFor();
    await shoot(page, 'users-empty');
    await page.getByRole('button', { name: '新增用户' }).click();
    const form = page.getByRole('dialog');
    await form.getByRole('button', { name: /新\s*增/ }).click();
    await form.getByText('请填写姓名').waitFor();
    await form.getByLabel('用户名').fill('he.shili');
    await form.getByLabel('姓名').fill('示例何');
    await choose('岗位', '承办人');
    await shoot(page, 'users-add');
    expect(await violationsOf(page)).toEqual([]);
    await form.getByRole('button', { name: /新\s*增/ }).click();
    await form.getByText('只显示这一次').waitFor();
    expect(await form.innerText()).toMatch(/otpauth:\/\/totp\/Liuqu:he\.shili/);
    await shoot(page, 'users-handed-out');
    expect(await violationsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('row', { name: /he\.shili/ }).waitFor();
    await form.waitFor({ state: 'detached' });
    expect((await page.content()).includes('otpauth')).toBe(false);
  });

  it('are opened by the keyboard, given another role, switched off and on, and handed new credentials', async () => {
    const other: HandedOutAnswer = await as(stack, 'security-administrator', 'POST /api/v1/users', {
      id: 'lin.shili',
      name: '示例林',
      role: 'petition-clerk',
    });
    await page.goto(`${stack.console}/users`);
    await page.getByRole('row', { name: /lin\.shili/ }).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText('开户时间').waitFor();
    await shoot(page, 'users-open');
    expect(await violationsOf(page)).toEqual([]);
    await choose('岗位', '案管人员');
    await page.getByRole('button', { name: '保存岗位' }).click();
    await page.getByText('岗位已改为案管人员').waitFor();
    await page.getByRole('button', { name: '停用账户' }).click();
    await page.getByText('该人员的登录立即失效').waitFor();
    await shoot(page, 'users-switch-off');
    await page.getByRole('button', { name: /确\s*定/ }).click();
    await page.getByText('账户已停用').waitFor();
    const lin = async (): Promise<unknown> => (await users()).items.find(({ id }) => id === 'lin.shili');
    expect(await lin()).toMatchObject({ role: 'case-management', active: false });
    await page.getByRole('button', { name: '启用账户' }).click();
    await page.getByText('账户已启用').waitFor();
    await page.getByRole('button', { name: '重发凭据' }).click();
    await page.getByRole('button', { name: /确\s*定/ }).click();
    await page.getByText('只显示这一次').waitFor();
    expect(await page.getByRole('dialog').innerText()).not.toContain(other.password);
    await page.getByText('在用', { exact: true }).first().click();
    await page.getByLabel('按用户名或姓名查找').fill('林');
    await page.getByText('共 2 个账户，显示 1 个').waitFor();
  });

  it('sign in at the identity provider once they are linked, and hear why not before', async () => {
    provider.become('subject-of-he');
    await page.goto(`${stack.console}/sign-in`);
    await page.getByRole('link', { name: '用统一身份登录' }).waitFor();
    await shoot(page, 'sign-in-elsewhere');
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('link', { name: '用统一身份登录' }).click();
    await page.getByText('该身份尚未与本系统账号关联').waitFor();
    await shoot(page, 'identity-not-linked');
    expect(await violationsOf(page)).toEqual([]);
    await openUser('he.shili');
    await page.getByRole('dialog').getByLabel('身份编号').fill('subject-of-he');
    await page.getByRole('button', { name: '关联身份' }).click();
    await page.getByText('身份已关联，原有登录已失效。').waitFor();
    await page.goto(`${stack.console}/sign-in`);
    await page.getByRole('link', { name: '用统一身份登录' }).click();
    await page.getByText('示例何').first().waitFor();
    await page.getByRole('heading', { name: '工作台' }).waitFor();
    expect(new URL(page.url()).origin).toBe(stack.console);
    const cookies = await browser.context.cookies(stack.console);
    expect(cookies).toEqual([expect.objectContaining({ name: 'liuqu-session', sameSite: 'Strict', httpOnly: true })]);
    await shoot(page, 'signed-in-elsewhere');
  });

  it('are out at their next request when they are switched off, and do not get in again', async () => {
    await as(stack, 'security-administrator', 'PUT /api/v1/users/he.shili/active', { active: false });
    await page.getByRole('link', { name: '函询候选', exact: true }).click();
    await page.getByText('登录已失效').waitFor();
    await page.getByRole('link', { name: '用统一身份登录' }).click();
    await page.getByText('您的账号已停用').waitFor();
    await as(stack, 'security-administrator', 'PUT /api/v1/users/he.shili/active', { active: true });
    await page.goto(`${stack.console}/sign-in?refused=${encodeURIComponent('<b>anything</b>')}`);
    await page.getByRole('link', { name: '用统一身份登录' }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    const listed = until('the sign-in in the list', users, ({ items }) => items.some(({ lastSignInAt }) => lastSignInAt !== null));
    expect((await listed).items.find(({ id }) => id === 'he.shili')).toMatchObject({ linked: true, codeTaken: false });
  });
});
