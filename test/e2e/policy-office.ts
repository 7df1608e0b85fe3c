import type { Locator, Page } from 'playwright-core';
import type { PolicyFile } from '#contracts/console/policies';
import { openBrowser } from '#testing/browser';
import { shoot } from './looking';
import { as } from './office';
import type { RunningStack } from './running-stack';

/** Those who write and approve policies, one after the other in the seat before one browser; specs about policies share it. */
export class PolicyOffice {
  /** Where in the console the policy is that they work on. */
  address = '';
  readonly faults: string[] = [];

  private constructor(
    readonly stack: RunningStack,
    readonly page: Page,
    readonly close: () => Promise<void>,
  ) {}

  static async open(stack: RunningStack): Promise<PolicyOffice> {
    const browser = await openBrowser();
    const page = await browser.context.newPage();
    page.setDefaultTimeout(15_000);
    const office = new PolicyOffice(stack, page, async () => browser.close());
    page.on('pageerror', (error) => office.faults.push(String(error)));
    await page.goto(`${stack.console}/sign-in`);
    return office;
  }

  /** Another person takes the seat at the same page. */
  async become(role: string, path = this.address): Promise<void> {
    await this.page.evaluate((who) => localStorage.setItem('liuqu.demo-principal', who), role);
    await this.page.goto(this.stack.console + path);
    // A page about one person asks first what it is read for.
    await this.page.locator('h1, [role="dialog"]').first().waitFor();
    await this.page.locator('.ant-skeleton').first().waitFor({ state: 'detached' });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** Two Chinese characters are set apart on a button. */
  async press(name: string, within: Page | Locator = this.page): Promise<void> {
    await within
      .getByRole('button', { name: new RegExp(`^${Array.from(name).join('\\s*')}$`) })
      .first()
      .click();
  }

  async openTab(name: string): Promise<void> {
    await this.page.getByRole('tab', { name: new RegExp(name) }).click();
  }

  json(): Locator {
    return this.page.getByRole('textbox', { name: 'JSON 原文' });
  }

  number(name: string): Locator {
    return this.page.getByRole('spinbutton', { name, exact: true });
  }

  findings(): Locator {
    return this.page.getByRole('region', { name: '校验意见' });
  }

  /** What the server keeps of the policy. */
  async file(): Promise<PolicyFile> {
    return as(this.stack, 'auditor', `GET /api/v1${this.address.split('?')[0]}`);
  }

  async keep(): Promise<void> {
    await this.press('保存');
    await this.page.getByText('有改动尚未保存').waitFor({ state: 'detached' });
  }

  /** Case management begins a draft, as a copy of what is live, and gives it a name of its own. */
  async draftFromLive(name: string): Promise<void> {
    await this.become('case-management', '/policies');
    await this.press('从执行中的规则起草');
    await this.page.getByRole('heading', { level: 1, name: / 修改稿$/ }).waitFor();
    this.address = new URL(this.page.url()).pathname;
    await this.page.getByRole('textbox', { name: '名称', exact: true }).fill(name);
  }

  /** Whoever has the draft open tries it on all subjects. */
  async backtest(hours: { readonly perCandidate: number; readonly perWeek: number }): Promise<void> {
    await this.openTab('试算');
    await this.number('每件候选所需工时（小时）').fill(String(hours.perCandidate));
    await this.number('每周可用工时（小时）').fill(String(hours.perWeek));
    await this.press('开始试算');
    await this.page.getByText(/试算，共 \d+ 个对象/).waitFor();
  }

  /** Whoever has the draft of an odds policy open checks it, tries it and puts it up for approval. */
  async putUp(): Promise<void> {
    await this.press('校验');
    await this.page.getByText('已通过校验，完成试算后可以提请审批').waitFor();
    await this.backtest({ perCandidate: 6, perWeek: 40 });
    await this.openTab('内容');
    await this.press('提请审批');
    await this.page.getByText('待审批').first().waitFor();
  }

  /** Two leaders, one after the other. */
  async approveByTwo(): Promise<void> {
    await this.become('deputy-leader', `${this.address}?tab=course`);
    await this.press('同意');
    await this.page.getByText('您已同意，还须另一人同意').waitFor();
    await this.become('organ-principal', '/desk');
    const task = this.page.getByRole('link', { name: '批准规则' });
    await task.waitFor();
    await shoot(this.page, 'desk-approval');
    await task.click();
    await this.press('同意');
    await this.page.getByText('已经两人批准，等待启用').waitFor();
  }

  /** The header of a portrait, as somebody reads it who says what for where the page asks. */
  async portrait(role: string, id: string): Promise<string> {
    await this.become(role, `/cadres/${encodeURIComponent(id)}`);
    const asked = this.page.getByRole('dialog', { name: '说明查阅用途' });
    if (await asked.isVisible()) {
      await asked.getByLabel('理由').fill('查看按哪份规则读数');
      await asked.getByRole('button', { name: '查阅', exact: true }).click();
    }
    return this.page.locator('.lq-portrait-header').innerText();
  }
}
