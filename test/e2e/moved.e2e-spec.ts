import type { Page } from 'playwright-core';
import type { AlertRecordPage } from '#contracts/console/alert-records';
import type { CadrePage } from '#contracts/console/cadres';
import type { CandidatePage } from '#contracts/console/candidates';
import type { SignalPage } from '#contracts/console/signals';
import { describeInBrowser, openBrowser } from '#testing/browser';
import { describeWith } from '#testing/services/local-services';
import { shoot, violationsOf } from './looking';
import { admitAgency, as, auditFinding, CHEN, LI, post, readRegistryIn, until } from './office';
import { type RunningStack, STACKS, startStack } from './running-stack';
import { comeAs } from './signing-in';

const NEEDS = { embedded: ['postgres'], services: ['postgres', 'redis', 'kafka'] } as const;
const REASON = '同名不同人，来件所指是副镇长';

const cadresOf = async (stack: RunningStack): Promise<CadrePage> => as(stack, 'handler', 'GET /api/v1/cadres');
const scoreOf = ({ items }: CadrePage, name: string): number => items.find((cadre) => cadre.name === name)?.e ?? 0;

/** A finding about somebody who has name, unit and post of Chen, so that it is placed with Chen. */
async function placedWithChen(stack: RunningStack): Promise<string> {
  await readRegistryIn(stack);
  const audit = await admitAgency(stack, 'A-AUD', ['organization']);
  await post(stack, audit, auditFinding(audit, 'SJ-1', { name: CHEN.name, unitCode: 'U-001', post: '镇长' }));
  await until(
    'the reading',
    async () => cadresOf(stack),
    (page) => scoreOf(page, CHEN.name) > 0,
  );
  const { items } = await as<SignalPage>(stack, 'petition-clerk', 'GET /api/v1/signals');
  return items[0]?.eventId ?? '';
}

const idOf = async (stack: RunningStack, name: string): Promise<string> =>
  (await cadresOf(stack)).items.find((cadre) => cadre.name === name)?.id ?? '';

for (const kind of STACKS) {
  describeWith([...NEEDS[kind]], `a signal of the wrong person on the ${kind} stack`, () => {
    let stack: RunningStack;

    beforeAll(async () => {
      stack = await startStack(kind);
    }, 240_000);
    afterAll(async () => stack?.stop(), 120_000);

    it('is taken from there with its alert and its candidate, and alarms where it belongs', async () => {
      const signal = await placedWithChen(stack);
      const candidates = async (): Promise<CandidatePage> => as(stack, 'handler', 'GET /api/v1/candidates');
      await until('the candidate', candidates, ({ items }) => items.length === 1);
      const to = { cadreId: await idOf(stack, LI.name) };
      const { id } = await as<{ id: string }>(stack, 'petition-clerk', 'POST /api/v1/moves', { signals: [signal], to, reason: REASON });
      await as(stack, 'case-management', `POST /api/v1/moves/${id}/confirmation`, {});
      await until(
        'both readings',
        async () => cadresOf(stack),
        (page) => scoreOf(page, CHEN.name) === 0 && scoreOf(page, LI.name) > 0,
      );
      const alerts = async (): Promise<AlertRecordPage> => as(stack, 'handler', 'GET /api/v1/alert-records');
      const { items } = await until(
        'alert and correction',
        alerts,
        (page) => page.items.length === 2 && page.items.some((row) => row.correction !== null),
      );
      expect(Object.fromEntries(items.map(({ name, correction }) => [name, correction?.ground]))).toEqual({ [CHEN.name]: 'moved' });
      const two = await until(
        'the second candidate',
        candidates,
        (page) => page.items.length === 2 && page.items.some((row) => row.basisChanged),
      );
      expect(Object.fromEntries(two.items.map(({ name, basisChanged }) => [name, basisChanged]))).toEqual({
        [CHEN.name]: true,
        [LI.name]: false,
      });
    });
  });
}

describeInBrowser('a clerk who finds that a signal is of somebody else', () => {
  let stack: RunningStack;
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  let page: Page;
  let signal: string;

  beforeAll(async () => {
    stack = await startStack('embedded');
    signal = await placedWithChen(stack);
    browser = await openBrowser();
    page = await browser.context.newPage();
    page.setDefaultTimeout(15_000);
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  }, 120_000);

  const comes = async (role: string, path: string): Promise<void> => comeAs(page, stack, role, path);

  it('says so on its page, with a reason and whom it is about', async () => {
    await comes('petition-clerk', `/signals?open=${signal}`);
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('button', { name: '归错对象？' }).click();
    await drawer.getByLabel('更正理由').fill(REASON);
    await drawer.getByLabel('按姓名查找改归的干部').fill(LI.name);
    await drawer.getByRole('button', { name: '查找' }).click();
    await drawer.getByRole('button', { name: '选择' }).click();
    await shoot(page, 'move-asked');
    expect(await violationsOf(page)).toEqual([]);
    await drawer.getByRole('button', { name: '提出更正' }).click();
    await drawer.getByText('您提出的更正须由另一人确认').waitFor();
  });

  it('and another finds it on the desk and confirms it', async () => {
    await comes('case-management', '/desk');
    await page.getByRole('link', { name: '确认信号归错更正' }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByText(REASON).waitFor();
    await shoot(page, 'move-to-confirm');
    expect(await violationsOf(page)).toEqual([]);
    await drawer.getByRole('button', { name: '确认更正' }).click();
    await drawer.getByText('已更正').waitFor();
    await until(
      'the right reading',
      async () => cadresOf(stack),
      (found) => scoreOf(found, LI.name) > 0 && scoreOf(found, CHEN.name) === 0,
    );
    await comes('case-management', '/desk');
    await page
      .getByText('没有待办')
      .or(page.getByRole('link', { name: '受理函询候选' }).first())
      .waitFor();
    expect(await page.getByRole('link', { name: '确认信号归错更正' }).count()).toBe(0);
  });
});
