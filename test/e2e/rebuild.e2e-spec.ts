import type { Locator, Page } from 'playwright-core';
import { connectLog } from '#assembly/connect-log';
import type { CadrePage } from '#contracts/console/cadres';
import type { CandidatePage } from '#contracts/console/candidates';
import type { RebuildAnswer } from '#contracts/console/rebuild';
import { RISK_EVENTS } from '#contracts/topics';
import { partitionOf } from '#messaging/partition-of';
import { Database } from '#persistence/database';
import { describeInBrowser } from '#testing/browser';
import { randomFacts } from '#testing/random-facts';
import { appendFacts, factsBehind } from './appended-facts';
import { shoot, violationsOf } from './looking';
import { admitAgency, as, CHEN, eventOf, post, readRegistryIn, until } from './office';
import { PolicyOffice } from './policy-office';
import { type RunningStack, STACKS, startStack } from './running-stack';

const NAME = '示例县规则 2026-3';
const OVERDUE = '审计整改逾期或虚假';
/** Facts about others, so that there is something to read. */
const OTHERS = 2_000;
/** Whoever works on the other slot does it under this name, one process at a time. */
const WORKER = 'other reading slot';

/** What docs/howto/rebuild-readings.md tells, by seven people. */
describeInBrowser('a policy from draft to live and one step back, in a browser of the offices, 1366 × 768', () => {
  describe.each(STACKS)('on the %s stack', (kind) => {
    let stack: RunningStack;
    let database: Database;
    let page: Page;
    let office: PolicyOffice;
    let chen: string;

    const region = (name: string): Locator => page.getByRole('region', { name, exact: true });
    const status = async (): Promise<RebuildAnswer> => as(stack, 'system-administrator', 'GET /api/v1/rebuild');
    const announced = async (): Promise<number> => {
      const log = await connectLog(stack.logUrl);
      try {
        return (await log.bounds(RISK_EVENTS)).reduce((sum, { next }) => sum + next, 0);
      } finally {
        await log.close();
      }
    };
    /** What the portrait of 陈示例 says: level, evidence, policy. */
    const portrait = async (): Promise<string> => office.portrait('handler', chen);

    beforeAll(async () => {
      stack = await startStack(kind);
      database = await Database.connect(stack.databaseUrl, 3);
      await readRegistryIn(stack);
      const audit = await admitAgency(stack, 'A-AUD', ['organization']);
      const overdue = eventOf(audit, '2026-0001', 'liuqu.signal.org-audit-rectification-overdue.v1', {
        subject: { idNumber: CHEN.idNumber },
        occurredOn: '2026-11-01',
        matter: 'SJ-2026-07',
        verification: 'verified',
        reporterKind: 'agency-finding',
        severity: 3,
        fields: { due: '2026-03-31', rectification: '部分整改' },
      });
      await post(stack, audit, overdue);
      const log = await connectLog(stack.logUrl);
      await appendFacts(log, randomFacts(21, OTHERS, 200));
      await until(
        'all facts folded',
        async () => factsBehind(log, database),
        (behind) => behind === 0,
        120_000,
      );
      await log.close();
      const cadres = async (): Promise<CadrePage> => as(stack, 'handler', 'GET /api/v1/cadres');
      const read = await until('the reading', cadres, ({ items }) =>
        items.some(({ name, level }) => name === CHEN.name && level === 'watch'),
      );
      chen = read.items.find(({ name }) => name === CHEN.name)?.id ?? '';
      office = await PolicyOffice.open(stack);
      page = office.page;
      page.setDefaultTimeout(30_000);
    }, 300_000);

    afterAll(async () => {
      await office?.close();
      await database?.close();
      await stack?.stop();
    }, 120_000);

    it('is drafted by one person, told what is wrong with it, and mended', async () => {
      await office.draftFromLive(NAME);
      await page.getByRole('textbox', { name: '按名称或代码查找' }).fill('审计整改');
      await office.number(`${OVERDUE} 3级`).fill('45');
      await office.number('函询 退出线').fill('70');
      await office.keep();
      await office.findings().getByText('门槛须高于本级退出线').first().waitFor();
      await office.number('函询 退出线').fill('47');
      await office.keep();
      await office.findings().waitFor({ state: 'detached' });
      await office.putUp();
    });

    it('is approved by two others, and nothing that people read has changed', async () => {
      await office.approveByTwo();
      expect(await page.getByRole('link', { name: '以此规则重建' }).count()).toBe(0);
      const said = await portrait();
      expect([said.includes('出厂规则'), said.includes('关注')]).toEqual([true, true]);
    });

    it('is what all readings are made anew under, in the other slot, and how far that is stays on the page', async () => {
      const last = `cadre:${[...Array(200).keys()].findLast((place) => partitionOf(`cadre:${place}`, 12) === 11) ?? 0}`;
      await office.become('handling-office-head');
      await page.getByRole('link', { name: '以此规则重建' }).click();
      await page.getByRole('heading', { level: 1, name: '重建' }).waitFor();
      await region('另一个读数槽').getByText('这里没有读数').waitFor();
      expect(await violationsOf(page)).toEqual([]);
      await shoot(page, 'rebuild-empty');
      const before = await announced();
      // Somebody else holds the row of the last partition, so that the work stands still before its end.
      await database.alone(WORKER, async () => {
        await page.getByText(new RegExp(`^${NAME}（`)).waitFor();
        await office.press('开始重建');
        await region('另一个读数槽').getByText('重建中').waitFor();
        await hold(last);
      });
      const bar = page.getByRole('progressbar', { name: '重建进度' });
      await page.waitForFunction(() => Number(document.querySelector('[role="progressbar"]')?.getAttribute('aria-valuenow')) > 50);
      await page.reload();
      await bar.waitFor();
      expect(Number(await bar.getAttribute('aria-valuenow'))).toBeLessThan(100);
      await region('另一个读数槽').getByText(new RegExp(`已读 [0-9,]+ / [0-9,]+ 条`)).waitFor();
      await shoot(page, 'rebuild-filling');
      expect(await violationsOf(page)).toEqual([]);
      await release();
      await region('另一个读数槽').getByText('就绪，跟随日志').waitFor();
      expect(await announced()).toBe(before);
    }, 120_000);

    it('is compared row by row, and what was found stands there in words; who began it cannot switch', async () => {
      await page.getByText('比对合格后才能切换').waitFor();
      await office.press('比对');
      const certificate = region('比对证书');
      await certificate.getByText(/合格：[0-9,]+ 条读数逐条核对/).waitFor();
      await certificate.getByText(/条与在用读数不同，是因为规则不同/).waitFor();
      await certificate.getByText('与重建的一致').waitFor();
      await certificate.getByText('与重建的不同').waitFor();
      await page.getByText('重建由您发起，须由另一人切换').waitFor();
      expect(await page.getByLabel('切换的理由').count()).toBe(0);
      await shoot(page, 'rebuild-certified', { fullPage: true });
      expect(await violationsOf(page)).toEqual([]);
    }, 120_000);

    it('is switched to by another person with a reason, and the portrait stands under it', async () => {
      await office.become('system-administrator', '/rebuild');
      await office.press('切换');
      await page.getByText('请写明理由').waitFor();
      await page.getByLabel('切换的理由').fill('两名领导已批准，比对合格');
      await office.press('切换');
      await region('在用读数').getByText(NAME).waitFor();
      await region('另一个读数槽').getByText('备用，可退回').waitFor();
      await page.getByRole('row', { name: /切换 系统管理员 .*两名领导已批准，比对合格/ }).waitFor();
      expect(await page.getByRole('link', { name: '查看复核名单' }).count()).toBe(0);
      await shoot(page, 'rebuild-switched', { fullPage: true });
      const said = await portrait();
      expect([said.includes(NAME), said.includes('提醒')]).toEqual([true, true]);
      await office.become('auditor');
      await page.getByText('执行中').first().waitFor();
    });

    it('puts who stands higher by it alone before people, and out by nothing else', async () => {
      await office.become('handler', '/reviews');
      const row = page.getByRole('row', { name: new RegExp(`${CHEN.name}.*关注.*提醒`) });
      await row.waitFor();
      await shoot(page, 'reviews');
      expect(await violationsOf(page)).toEqual([]);
      await office.press('办结', row);
      const asked = page.getByRole('dialog');
      await office.press('办结', asked);
      await asked.getByText('请写明结论').waitFor();
      await asked.getByLabel('查看后的结论').fill('事项已在整改，继续关注');
      await office.press('办结', asked);
      await row.waitFor({ state: 'detached' });
      await page.getByText('已办结', { exact: true }).click();
      await page.getByRole('row', { name: /事项已在整改，继续关注 承办人/ }).waitFor();
      const { items } = await as<CandidatePage>(stack, 'handler', 'GET /api/v1/candidates');
      expect(items.map(({ name }) => name)).not.toContain(CHEN.name);
    });

    it('is taken back in one step, once, and the portrait stands under the former one', async () => {
      await office.become('handling-office-head', '/rebuild');
      await page.getByLabel('退回的理由').fill('先征求各镇意见');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await region('在用读数').getByText('出厂规则').waitFor();
      await page.getByRole('row', { name: /退回 承办部门负责人 .*先征求各镇意见/ }).waitFor();
      expect(await page.getByLabel('退回的理由').count()).toBe(0);
      expect((await status()).switches.map((each) => each.kind)).toEqual(['back', 'switch']);
      const said = await portrait();
      expect([said.includes('出厂规则'), said.includes('关注')]).toEqual([true, true]);
      expect(office.faults).toEqual([]);
    });

    let releasing: (() => void) | undefined;
    let held: Promise<unknown> = Promise.resolve();

    /** A transaction that has written the row of a subject into the other slot, and does not end. */
    const hold = async (subject: string): Promise<void> => {
      await new Promise<void>((isHeld, failed) => {
        held = database
          .transaction(async (tx) => {
            await tx.query(
              `INSERT INTO projector.reading (slot, subject, state, e_milli, p_milli, level, as_of, last_event, shown_e, shown_p, shown_level, shown_on)
               SELECT 'b', subject, state, 0, 0, 0, as_of, last_event, 0, 0, 0, shown_on FROM projector.reading WHERE slot = 'a' AND subject = $1`,
              [subject],
            );
            const ended = new Promise<void>((resolve) => (releasing = resolve));
            isHeld();
            await ended;
            throw new Error('taken back');
          })
          .catch(failed);
      });
    };
    const release = async (): Promise<void> => {
      releasing?.();
      await held;
    };
  });
});
