import type { Page } from 'playwright-core';
import type { CadrePage, ExplainedEvent, ExplanationAnswer } from '#contracts/console/cadres';
import type { CandidatePage } from '#contracts/console/candidates';
import { describeInBrowser, openBrowser } from '#testing/browser';
import { shoot, violationsOf } from './looking';
import { type Agency, admitAgency, as, CHEN, eventOf, LI, post, readRegistryIn, until } from './office';
import { type RunningStack, startStack } from './running-stack';

const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

/** Milli-points as the page writes them. */
const written = (milli: number): string => (milli / 1_000).toFixed(3);

describeInBrowser('评分解释: why a score is what it is, for a clerk', () => {
  let stack: RunningStack;
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  let page: Page;
  let audits: Agency;
  let superiors: Agency;
  let cadre: string;

  const about = (id: string, occurredOn: string, severity: number): Record<string, unknown> =>
    eventOf(audits, id, 'liuqu.signal.org-audit-exit-finding.v1', {
      subject: { idNumber: CHEN.idNumber, name: CHEN.name },
      occurredOn,
      matter: `SJ-${id}`,
      verification: 'verified',
      reporterKind: 'agency-finding',
      severity,
      fields: { problem: '违规发放津贴补贴', responsibility: '领导责任' },
    });
  const explained = async (): Promise<ExplanationAnswer> =>
    as(stack, 'handler', `GET /api/v1/cadres/${encodeURIComponent(cadre)}/reading/explanation`);
  const eventsOf = ({ channels }: ExplanationAnswer): ExplainedEvent[] =>
    channels.flatMap(({ matters }) => matters.flatMap(({ events }) => events));

  beforeAll(async () => {
    stack = await startStack('embedded');
    await readRegistryIn(stack);
    audits = await admitAgency(stack, 'A-AUDIT', ['organization']);
    superiors = await admitAgency(stack, 'A-ORG', ['superior']);
    for (const event of [about('1', daysAgo(60), 4), about('2', daysAgo(10), 3)]) await post(stack, audits, event);
    const cadres = async (): Promise<CadrePage> => as(stack, 'handler', 'GET /api/v1/cadres?level=inquiry');
    const read = await until('the reading', cadres, ({ items }) => (items[0]?.e ?? 0) > 60_000);
    cadre = read.items[0]?.id ?? '';
    browser = await openBrowser();
    page = await browser.context.newPage();
    page.setDefaultTimeout(30_000);
  }, 240_000);

  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  }, 120_000);

  it('is reached from the number in the list, by who says what for', async () => {
    await page.goto(`${stack.console}/cadres`);
    await page.getByRole('link', { name: /^陈示例 证据分 .*查看评分解释$/ }).click();
    // The candidate that was proposed is the task at hand.
    await page.getByRole('dialog').getByRole('button', { name: '查阅', exact: true }).click();
    await page.getByRole('heading', { name: '陈示例 评分解释' }).waitFor();
    await page.getByText('不得仅凭本分值').first().waitFor();
    const { e, p } = await explained();
    const tree = page.getByRole('table', { name: '分值树' });
    await tree.getByText('A-AUDIT 示例单位 2', { exact: true }).waitFor();
    expect(await tree.getByRole('row', { name: /^证据分 E/ }).innerText()).toContain(written(e));
    expect(await tree.getByRole('row', { name: /^优先度 P/ }).innerText()).toContain(written(p));
    await page.locator('[aria-label*="分值构成"] svg').first().waitFor();
    await shoot(page, 'explanation', { fullPage: true });
    expect(await violationsOf(page)).toEqual([]);
  }, 180_000);

  /** The weightiest item, and what the API says would be without it. */
  const weightiest = async (): Promise<{ e: number; p: number; id: string; number: string; without: { e: number; p: number } }> => {
    const explanation = await explained();
    const [item] = eventsOf(explanation).toSorted((a, b) => b.part - a.part);
    if (!item?.sent || !item.without) throw new Error('nothing contributes');
    return { e: explanation.e, p: explanation.p, id: item.eventId, number: item.sent.number, without: item.without };
  };

  it('shows what the score and the level would be without an item, and puts it back', async () => {
    const { e, p, id, number, without: then } = await weightiest();
    await page.getByRole('button', { name: `去掉这一条：离任审计问题 ${number}`, exact: true }).click();
    const without = page.getByRole('region', { name: '若无此项' });
    const told = await without.innerText();
    expect(told).toContain(`${written(e)} → ${written(then.e)}`);
    expect(told).toContain(`${written(p)} → ${written(then.p)}`);
    expect(told).toMatch(/函询\s*→\s*关注/);
    expect(new URL(page.url()).searchParams.get('without')).toBe(id);
    await page.getByText('最少去掉以下 1 项').waitFor();
    await shoot(page, 'explanation-without');
    expect(await violationsOf(page)).toEqual([]);
    await without.getByRole('button', { name: '恢复' }).click();
    await without.waitFor({ state: 'detached' });
  }, 180_000);

  it('is of another day, and as it was known on one', async () => {
    await page.getByLabel('截至某日').fill(daysAgo(30));
    await page.getByRole('table', { name: '分值树' }).getByText('A-AUDIT 示例单位 2', { exact: true }).waitFor({ state: 'detached' });
    expect(await page.getByRole('button', { name: /^去掉这一条/ }).count()).toBe(1);
    await page.getByLabel('按当时所知').fill(daysAgo(30));
    // Both were told of only today.
    await page.getByText('证据分为零，没有可分解的分值').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('button', { name: '按现在所知' }).click();
    await page.getByRole('button', { name: '回到数据日' }).click();
    await page.getByRole('table', { name: '分值树' }).getByText('A-AUDIT 示例单位 2', { exact: true }).waitFor();
  }, 180_000);

  it('is printed whole: subject, day, policy with its hash, who printed, and the tree unfolded', async () => {
    const { policy } = await explained();
    await page.getByRole('button', { name: '全部收起' }).click();
    await page.getByText('A-AUDIT 示例单位 2', { exact: true }).waitFor({ state: 'hidden' });
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await page.getByRole('table', { name: '分值树' }).getByText('A-AUDIT 示例单位 2', { exact: true }).waitFor();
    const paper = await page.locator('.lq-paper').innerText();
    for (const told of ['内部资料', '陈示例 评分解释', '承办人', policy.hash]) expect(paper).toContain(told);
    expect(await page.getByRole('button', { name: /^去掉这一条/ }).count()).toBe(0);
    await shoot(page, 'explanation-print', { fullPage: true });
    expect(await violationsOf(page)).toEqual([]);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await page.emulateMedia({ media: 'screen' });
    expect((await page.pdf({ preferCSSPageSize: true })).byteLength).toBeGreaterThan(20_000);
  }, 180_000);

  it('is not what the person concerned is shown: that waits until the candidate is closed', async () => {
    await page.getByRole('link', { name: '干部画像' }).click();
    await page.getByRole('link', { name: '本人告知材料' }).click();
    await page.getByText('办结后才能制作本人告知材料').waitFor();
    const { items } = await as<CandidatePage>(stack, 'handler', 'GET /api/v1/candidates?state=open');
    await as(stack, 'handler', `POST /api/v1/candidates/${items[0]?.id ?? ''}/dismissal`, { reason: '已另行了解清楚' });
    await as(stack, 'handling-office-head', `POST /api/v1/candidates/${items[0]?.id ?? ''}/dismissal/confirmation`);
    await page.reload();
    await page.getByRole('heading', { name: '陈示例 本人告知材料' }).waitFor();
    await page.getByText('廉政勤政方面：属实').waitFor();
    await page.getByRole('region', { name: '不含什么' }).waitFor();
    const shown = await page.locator('.lq-paper-body').innerText();
    for (const kept of ['A-AUDIT', '违规发放', 'SJ-1', '2026', '离任审计']) expect(shown).not.toContain(kept);
    await shoot(page, 'own-view', { fullPage: true });
    expect(await violationsOf(page)).toEqual([]);
  }, 180_000);

  it('names a measure in force beside the level of E until its last day, on the list, the portrait and here, and never as part of the score', async () => {
    const [from, last] = [daysAgo(3), daysAgo(-170)];
    const admonition = eventOf(superiors, '3', 'liuqu.signal.superior-admonition.v1', {
      subject: { idNumber: LI.idNumber, name: LI.name },
      occurredOn: from,
      matter: 'JM-3',
      verification: 'verified',
      reporterKind: 'agency-finding',
      severity: 4,
      fields: { ground: 3, expiry: last },
    });
    await post(stack, superiors, admonition);
    const list = async (): Promise<CadrePage> => as(stack, 'handler', 'GET /api/v1/cadres?level=remind');
    const { items } = await until('the floor', list, (rows) => rows.items.length > 0);
    expect(items).toMatchObject([{ name: LI.name, level: 'remind', e: 0, p: 0, floor: { level: 'remind', until: last }, enteredOn: null }]);
    await page.goto(`${stack.console}/cadres?level=remind`);
    await page
      .getByRole('row', { name: new RegExp(LI.name) })
      .getByText('底线', { exact: true })
      .waitFor();
    await shoot(page, 'cadres-floor');
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('link', { name: LI.name, exact: true }).click();
    const why = page.getByRole('dialog');
    await why.getByLabel('理由').fill('核对措施影响期');
    await why.getByRole('button', { name: '查阅', exact: true }).click();
    await page.getByText('诫勉在影响期内').waitFor();
    await shoot(page, 'portrait-floor');
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('link', { name: '评分解释' }).click();
    await page.getByText('证据分、函询条件和候选不因此改变').waitFor();
    await page.getByText('证据分为零，没有可分解的分值').waitFor();
    expect(await violationsOf(page)).toEqual([]);
  }, 180_000);

  it('explains a unit in the same way, in English too', async () => {
    await page.evaluate(() => localStorage.setItem('liuqu.language', 'en-US'));
    await page.goto(`${stack.console}/units/U-001/explanation`);
    await page.getByRole('dialog').getByLabel('Reason').fill('核对评分依据');
    await page.getByRole('dialog').getByRole('button', { name: 'Read', exact: true }).click();
    await page.getByRole('heading', { name: 'explanation of the score' }).waitFor();
    await page.getByRole('table', { name: 'Tree of the score' }).waitFor();
    expect(await violationsOf(page)).toEqual([]);
  }, 180_000);
});
