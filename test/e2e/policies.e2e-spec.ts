import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { PolicyPage } from '#contracts/console/policies';
import { describeInBrowser } from '#testing/browser';
import { shoot, violationsOf } from './looking';
import { as } from './office';
import { PolicyOffice } from './policy-office';
import { type RunningStack, startStack } from './running-stack';

const OVERDUE = '审计整改逾期或虚假';

/** What docs/howto/change-a-policy.md tells, step by step, by three people. */
describeInBrowser('a policy from draft to approved, in a browser of the offices, 1366 × 768', () => {
  let stack: RunningStack;
  let office: PolicyOffice;
  let page: Page;

  beforeAll(async () => {
    stack = await startStack('embedded');
    office = await PolicyOffice.open(stack);
    page = office.page;
  }, 240_000);

  afterAll(async () => {
    await office?.close();
    await stack?.stop();
  }, 120_000);

  it('begins as a copy of what is live, which who works on cases finds in the list', async () => {
    await office.become('case-management', '/policies');
    await page.getByRole('row', { name: /出厂规则.*执行中/ }).waitFor();
    await shoot(page, 'policies');
    expect(await violationsOf(page)).toEqual([]);
    await office.press('从执行中的规则起草');
    await page.getByRole('heading', { level: 1, name: '出厂规则 修改稿' }).waitFor();
    office.address = new URL(page.url()).pathname;
    await shoot(page, 'policy-draft');
    expect(await office.file()).toMatchObject({ state: 'draft', authors: ['demo-case-management'], findings: [] });
  });

  it('is changed by the form, with the JSON beside it, and the other way round', async () => {
    await page.getByRole('textbox', { name: '名称', exact: true }).fill('示例县规则 2026-2');
    await office.number('函询 门槛').fill('60');
    await page.getByRole('textbox', { name: '按名称或代码查找' }).fill('审计整改');
    await office.number(`${OVERDUE} 3级`).fill('45');
    expect(JSON.parse(await office.json().inputValue())).toMatchObject({
      name: '示例县规则 2026-2',
      weights: { 'org-audit-rectification-overdue': { '3': 45 } },
    });
    await office.json().fill((await office.json().inputValue()).replace('"dwellDays": 30', '"dwellDays": 45'));
    expect(await office.number('级别最短停留').inputValue()).toBe('45');
    await page.getByRole('link', { name: '工作台', exact: true }).click();
    await page.getByRole('dialog').getByText('没有保存的改动会丢失').waitFor();
    await shoot(page, 'policy-unsaved');
    await page.getByRole('dialog').getByRole('button', { name: '留在本页' }).click();
    expect(await office.number('级别最短停留').inputValue()).toBe('45');
    await office.keep();
    await office.openTab('对比');
    await page.getByText('与“出厂规则”相比有 4 处不同').waitFor();
    const lines = await page.getByRole('tabpanel', { name: '对比' }).getByRole('listitem').allInnerTexts();
    expect(lines).toEqual([
      '规则名称: shipped → 示例县规则 2026-2',
      '函询 门槛: 55 → 60',
      '级别最短停留: 30 天 → 45 天',
      `${OVERDUE} (3 级): 35 → 45`,
    ]);
    await shoot(page, 'policy-difference');
    expect(await violationsOf(page)).toEqual([]);
  });

  it('is told what is wrong with it in words, and the way leads to the place', async () => {
    await office.openTab('内容');
    await office.number('函询 退出线').fill('70');
    await page.getByRole('textbox', { name: '按名称或代码查找' }).fill('');
    await page.locator('.ant-segmented-item').filter({ hasText: '群众监督' }).click();
    await office.json().fill((await office.json().inputValue()).replace('"dwellDays": 45,', '"dwellDays": 45, "ageWeight": 3,'));
    await office.number(`${OVERDUE} 3级`).waitFor({ state: 'detached' });
    const broken = JSON.parse(await office.json().inputValue()) as { weights: Record<string, Record<string, number>> };
    delete broken.weights['org-audit-rectification-overdue']?.['4'];
    await office.json().fill(JSON.stringify(broken, null, 2));
    await office.keep();
    await office.findings().getByText('不得据此计分').waitFor();
    await office.findings().getByText('门槛须高于本级退出线').first().waitFor();
    await shoot(page, 'policy-findings');
    expect(await violationsOf(page)).toEqual([]);
    await office
      .findings()
      .getByRole('button', { name: /缺少严重程度 4 级/ })
      .click();
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === '审计整改逾期或虚假 4级');
    await page.keyboard.type('60');
    await office
      .findings()
      .getByRole('button', { name: /ageWeight/ })
      .click();
    const marked = await office.json().evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart, area.selectionEnd));
    expect(marked).toBe('"ageWeight"');
    await office.json().fill((await office.json().inputValue()).replace(/\s*"ageWeight": 3,/, ''));
    await office.number('函询 退出线').fill('50');
    await office.keep();
    await office.findings().waitFor({ state: 'detached' });
  }, 120_000);

  it('is kept though its JSON is broken, and checked and put up when it is whole', async () => {
    const whole = await office.json().inputValue();
    await office.json().fill(whole.slice(0, 200));
    await page.getByText('JSON 原文有误').waitFor();
    await office.keep();
    await office.findings().getByText('内容不是完整的 JSON').waitFor();
    expect(await office.file()).toMatchObject({ text: whole.slice(0, 200), hash: null });
    await office.json().fill(whole);
    await office.keep();
    await office.press('校验');
    await page.getByText('已通过校验，完成试算后可以提请审批').waitFor();
  });

  it('is put up when it was tried on all subjects, and not before', async () => {
    await office.press('提请审批');
    await page.getByText('这份内容还没有完成试算').waitFor();
    await office.backtest({ perCandidate: 6, perWeek: 40 });
    await page.getByText('还没有已有结论的候选').waitFor();
    await shoot(page, 'policy-backtest');
    expect(await violationsOf(page)).toEqual([]);
    await office.openTab('内容');
    await office.press('提请审批');
    await page.getByText('待审批').first().waitFor();
    expect(await office.file()).toMatchObject({ state: 'approval-asked', asked: { by: 'demo-case-management' } });
    expect(await office.button('保存').count()).toBe(0);
  });

  it('is sent back with a reason by one leader, mended, and put up again', async () => {
    await office.become('deputy-leader', `${office.address}?tab=course`);
    await page.getByLabel('退回的理由').fill('停留天数改为 40 天，与其他县一致');
    await shoot(page, 'policy-approval');
    expect(await violationsOf(page)).toEqual([]);
    await office.press('退回修改');
    await page.getByText('退回：停留天数改为 40 天').waitFor();
    await office.become('case-management');
    await office.number('级别最短停留').fill('40');
    await office.keep();
    await office.putUp();
  });

  it('is approved by two leaders, one after the other, and changes no more', async () => {
    await office.approveByTwo();
    await shoot(page, 'policy-approved');
    const approved = await office.file();
    expect(approved).toMatchObject({ state: 'approved', approvals: [{ by: 'demo-deputy-leader' }, { by: 'demo-organ-principal' }] });
    const saved = page.waitForEvent('download');
    await office.press('导出 JSON');
    const content = readFileSync(await (await saved).path());
    expect(createHash('sha256').update(content).digest('hex')).toBe(approved.hash);
    await office.become('case-management');
    expect(await office.button('保存').count()).toBe(0);
    expect(await office.json().getAttribute('readonly')).not.toBeNull();
    const { items } = await as<PolicyPage>(stack, 'handler', 'GET /api/v1/policies?state=live');
    expect(items.map(({ name }) => name)).toEqual(['shipped']);
  });

  it('is brought in from a file, opened by the keyboard, and read in English', async () => {
    await office.become('handling-office-head', '/policies');
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), office.press('导入 JSON')]);
    await chooser.setFiles({ name: 'policy.json', mimeType: 'application/json', buffer: Buffer.from('{"name":"邻县规则"') });
    await office.findings().getByText('内容不是完整的 JSON').waitFor();
    await page.getByRole('link', { name: '返回列表' }).click();
    await page.getByRole('row', { name: /示例县规则 2026-2.*已批准/ }).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: '示例县规则 2026-2' }).waitFor();
    await page.evaluate(() => localStorage.setItem('liuqu.language', 'en-US'));
    await office.become('auditor', `${office.address}?tab=difference`);
    await page.getByText('inquiry threshold: 55 → 60').waitFor();
    await shoot(page, 'policy-english');
    expect(await violationsOf(page)).toEqual([]);
    expect(office.faults).toEqual([]);
  });
});
