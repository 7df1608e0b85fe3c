import type { Page } from 'playwright-core';
import type { CadrePage } from '#contracts/console/cadres';
import type { CandidatePage } from '#contracts/console/candidates';
import type { ReadPage } from '#contracts/console/reads';
import { describeInBrowser, openBrowser } from '#testing/browser';
import { violationsOf } from './looking';
import { as, until } from './office';
import { type RunningStack, startStack } from './running-stack';
import { admit, fillIn } from './signing-in';

/** A town of the demo, with one of its two told candidates. */
const TOWN = { code: 'U-001', name: '云岭镇' };

/** Each person signs in with an account and does the work of one day; what one does the next finds. */
describeInBrowser('one day of each role at the console, signed in', () => {
  let stack: RunningStack;
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  let page: Page;
  let candidates: CandidatePage['items'];
  const faults: string[] = [];

  /** Whoever was there before goes, the next signs in and sees their own name. */
  const comes = async (id: string, name: string, role: string, unit?: string): Promise<void> => {
    const leave = page.getByRole('button', { name: '退出' });
    if (await leave.isVisible()) {
      await leave.click();
      await page.getByText('您已退出').waitFor();
    }
    const person = await admit(stack, { id, name, role, unit });
    await page.goto(`${stack.console}/sign-in`);
    await fillIn(page, person);
    await page.getByText(name, { exact: true }).first().waitFor();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.locator('.ant-skeleton').first().waitFor({ state: 'detached' });
    expect(await violationsOf(page)).toEqual([]);
  };
  const menu = async (): Promise<string[]> => {
    const words = await page.getByRole('navigation', { name: '主菜单' }).getByRole('menuitem').allInnerTexts();
    return words.map((word) => word.trim());
  };
  const openTask = async (kind: string): Promise<void> => page.getByRole('link', { name: kind }).first().click();
  const course = (): ReturnType<Page['getByRole']> => page.getByRole('dialog');
  const inState = async (state: string): Promise<CandidatePage> => as(stack, 'handler', `GET /api/v1/candidates?state=${state}`);
  /** Nothing about cadres answers the person, whatever address they write. */
  const keptOut = async (): Promise<void> => {
    for (const path of ['/cadres', '/candidates', `/units/${TOWN.code}`, `/cadres/${encodeURIComponent(candidates[0]?.cadreId ?? '')}`]) {
      await page.goto(stack.console + path);
      await page.getByRole('alert').or(page.getByText('您的岗位不能查阅此内容')).first().waitFor();
      for (const { name } of candidates) expect(await page.getByText(name).count()).toBe(0);
    }
  };

  beforeAll(async () => {
    stack = await startStack('embedded', { demo: true });
    const open = await until(
      'the candidates of the demo',
      async () => inState('proposed'),
      ({ items }) => items.length >= 2,
    );
    candidates = open.items;
    browser = await openBrowser();
    page = await browser.context.newPage();
    page.setDefaultTimeout(15_000);
    page.on('pageerror', (error) => faults.push(String(error)));
    await page.goto(`${stack.console}/sign-in`);
  }, 240_000);

  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  }, 120_000);

  it('handler: begins at what is due first, and asks that no inquiry be made, with a reason', async () => {
    await comes('zhao.banli', '示例赵', 'handler');
    await openTask('对函询候选提出意见');
    await course().getByRole('button', { name: '申请不予函询' }).click();
    await course().getByText('请填写理由').waitFor();
    await course().getByRole('textbox').first().fill('同一事项已有结论');
    await course().getByRole('button', { name: '申请不予函询' }).click();
    await course()
      .getByText(/申请不予函询：同一事项已有结论/)
      .waitFor();
    expect((await inState('dismissal-asked')).items).toHaveLength(1);
    await page.goto(`${stack.console}/desk`);
    await page.getByRole('heading', { name: `我的待办（${candidates.length - 1} 件）` }).waitFor();
  });

  it('head of the handling office: sends it back with a reason, which stays in its course', async () => {
    await comes('qian.fuze', '示例钱', 'handling-office-head');
    await openTask('确认是否不予函询');
    await course().getByRole('button', { name: '同意不予函询' }).waitFor();
    await course().getByLabel('退回的理由').fill('结论所涉事项不同，请继续处置');
    await course().getByRole('button', { name: '退回，继续处置' }).click();
    await course()
      .getByText(/退回：结论所涉事项不同/)
      .waitFor();
    expect((await inState('dismissal-asked')).items).toEqual([]);
    await page.goto(`${stack.console}/desk`);
    await page.getByText('没有待办').waitFor();
  });

  it('case management: takes a candidate under a clue number, and it is nobody else’s to decide', async () => {
    await comes('sun.anguan', '示例孙', 'case-management');
    await openTask('受理函询候选');
    await course().getByLabel('线索编号').fill('线索〔2026〕17号');
    await course().getByRole('button', { name: '受理', exact: true }).click();
    await course()
      .getByText(/线索编号 线索〔2026〕17号/)
      .first()
      .waitFor();
    expect((await inState('proposed')).items).toHaveLength(candidates.length - 1);
    await page.goto(`${stack.console}/desk`);
    await page.getByRole('heading', { name: `我的待办（${candidates.length - 1} 件）` }).waitFor();
  });

  it.each([
    ['li.fenguan', '示例李', 'deputy-leader'],
    ['zhou.zhuyao', '示例周', 'organ-principal'],
  ])('%s, who approves: reads a candidate for that purpose and the portrait behind it, and has no act here', async (id, name, role) => {
    await comes(id, name, role);
    await page.getByText('没有待办').waitFor();
    await page.getByRole('link', { name: /未办结的函询候选/ }).click();
    await page.locator('tbody tr[data-row-key]').first().click();
    await page.getByRole('region', { name: '办理' }).waitFor();
    expect(await page.getByRole('region', { name: '办理' }).getByRole('button').count()).toBe(0);
    await course().getByRole('link', { name: '查看干部画像' }).click();
    await page.getByText('不得仅凭本分值').first().waitFor();
    expect(await violationsOf(page)).toEqual([]);
    const { items } = await as<ReadPage>(stack, 'auditor', `GET /api/v1/reads?person=${id}`);
    expect(new Set(items.map(({ purpose }) => purpose))).toEqual(new Set(['approval']));
  });

  it('principal of a town’s Party committee: sees the town alone, and others as if they were not there', async () => {
    await comes('wu.dangwei', '示例吴', 'party-principal', TOWN.code);
    await page.getByRole('link', { name: '预警列表' }).click();
    await page.locator('tbody tr[data-row-key]').first().waitFor();
    for (const row of await page.locator('tbody tr[data-row-key]').allInnerTexts()) expect(row).toContain(TOWN.name);
    const all = await as<CadrePage>(stack, 'handler', 'GET /api/v1/cadres?limit=200');
    const elsewhere = all.items.find(({ unitCode }) => unitCode !== TOWN.code)?.id ?? '';
    const said = async (id: string): Promise<string> => {
      await page.goto(`${stack.console}/cadres/${encodeURIComponent(id)}`);
      const asked = page.getByRole('dialog', { name: '说明查阅用途' });
      await asked.getByLabel('理由').fill('了解本镇干部情况');
      await asked.getByRole('button', { name: '查阅', exact: true }).click();
      await asked.waitFor({ state: 'detached' });
      await page.locator('main .ant-skeleton').first().waitFor({ state: 'detached' });
      return page.locator('main').innerText();
    };
    const answer = await said(elsewhere);
    expect(answer).toBe(await said('nobody-has-this-id'));
    expect(answer).not.toContain('证据分');
  });

  it('petition clerk: goes from the desk to whom a signal is about', async () => {
    await comes('zheng.xinfang', '示例郑', 'petition-clerk');
    await openTask('指认信号所涉人员');
    await page.getByRole('heading', { name: '人员匹配' }).waitFor();
    await page.getByRole('dialog').getByRole('button').first().waitFor();
    expect(await violationsOf(page)).toEqual([]);
  });

  it('auditor: finds who read what for, and no page about cadres', async () => {
    await comes('wang.shenji', '示例王', 'auditor');
    expect(await menu()).toEqual(['查阅记录', '信号目录', '规则与阈值', '权限']);
    await page.getByRole('heading', { name: '查阅记录' }).waitFor();
    await page.getByText('审批', { exact: true }).first().waitFor();
    await page.getByText('zhou.zhuyao').first().waitFor();
    await keptOut();
  });

  it('integrator: finds the type to send, its fields, and the two interface descriptions', async () => {
    await comes('feng.jieru', '示例冯', 'integrator');
    expect(await menu()).toEqual(['信号目录', '权限']);
    await page.getByLabel('按代码或名称查找').fill('离任审计');
    await page.getByRole('button', { name: /^展开/ }).first().click();
    await page.getByRole('table', { name: '专项内容' }).waitFor();
    await keptOut();
    for (const path of ['/api/docs', '/asyncapi']) expect((await page.goto(stack.console + path))?.status()).toBe(200);
  });

  it('system administrator: sees that nothing waits, and no cadre', async () => {
    await comes('chen.xitong', '示例陈', 'system-administrator');
    expect(await menu()).toEqual(['信号目录', '重建', '运行监控', '权限']);
    await page.getByRole('link', { name: '运行监控' }).click();
    await page.getByRole('heading', { name: '消费进度' }).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await keptOut();
  });

  it('security administrator: switches an account off, and it is out', async () => {
    await comes('wei.anquan', '示例卫', 'security-administrator');
    await page.getByRole('link', { name: '用户' }).click();
    await page.getByRole('row', { name: /feng\.jieru/ }).click();
    await page.getByRole('button', { name: '停用账户' }).click();
    await page.getByRole('button', { name: /确\s*定/ }).click();
    await page.getByText('账户已停用').waitFor();
    await keptOut();
    expect(faults).toEqual([]);
  });
});
