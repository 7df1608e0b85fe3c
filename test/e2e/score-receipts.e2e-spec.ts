import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import type { Page } from 'playwright-core';
import type { CadrePage, ReadingAnswer } from '#contracts/console/cadres';
import { makeReceipt } from '#domain/receipt/make-receipt';
import type { ScoreReceipt } from '#domain/receipt/receipt';
import { ledgerEntry } from '#domain/receipt/receipt-entry';
import { dayOf } from '#domain/calendar/day';
import type { Policy } from '#domain/risk/policy';
import { describeInBrowser, openBrowser } from '#testing/browser';
import { sha256 } from '#testing/receipts';
import { as, call, demoIsIn } from './office';
import { type RunningStack, startStack } from './running-stack';

const ROOT = resolve(__dirname, '../..');

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The built command line as an operator calls it. */
async function liuqu(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const child = spawn(process.execPath, [join(ROOT, 'dist/apps/cli/src/main.js'), ...args], {
    cwd: tmpdir(),
    env: { PATH: process.env['PATH'] ?? '', ...environment },
  });
  const told = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (told.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (told.err += chunk.toString()));
  const code = await new Promise<number | null>((ended) => child.once('close', ended));
  return { code, ...told };
}

describeInBrowser('the receipt of a score of the demo', () => {
  let stack: RunningStack;
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  let page: Page;
  let folder: string;
  let gravest: string;

  const receiptAt = async (path: string): Promise<ScoreReceipt> =>
    as<ScoreReceipt>(stack, 'handler', `GET /api/v1/${path}/reading/receipt`);
  const kept = (receipt: unknown): string => {
    const path = join(folder, 'receipt.json');
    writeFileSync(path, JSON.stringify(receipt, null, 2));
    return path;
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'liuqu-receipt-'));
    stack = await startStack('embedded', { demo: true });
    await demoIsIn(stack);
    gravest = (await as<CadrePage>(stack, 'handler', 'GET /api/v1/cadres')).items[0]?.id ?? '';
    browser = await openBrowser();
    page = await browser.context.newPage();
    page.setDefaultTimeout(15_000);
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
    rmSync(folder, { recursive: true });
  }, 120_000);

  it('given the gravest cadres and the county, when their receipts are checked without the product, then they hold and say what the console says', async () => {
    const { items } = await as<CadrePage>(stack, 'handler', 'GET /api/v1/cadres?limit=5');
    const schema = (await call(`${stack.console}/api/v1/score-receipts/schema`)).body;
    const isOfTheForm = new Ajv2020({ strict: false, validateFormats: false }).compile(
      typeof schema === 'string' ? JSON.parse(schema) : schema,
    );
    for (const path of [...items.map(({ id }) => `cadres/${id}`), 'units/U-000']) {
      const receipt = await receiptAt(path);
      const reading = await as<ReadingAnswer>(stack, 'handler', `GET /api/v1/${path}/reading`);
      expect([receipt.reading.e, receipt.reading.p, receipt.reading.level]).toEqual([reading.e, reading.p, reading.level]);
      expect([isOfTheForm(receipt), isOfTheForm.errors]).toEqual([true, null]);
      const { code, out, err } = await liuqu(['verify', kept(receipt)]);
      expect([path, code, err]).toEqual([path, 0, '']);
      expect(out).toContain(receipt.digest);
    }
  }, 120_000);

  it('given one line with other points, when it is checked, then the line is named and the command ends with 1', async () => {
    const receipt = await receiptAt(`cadres/${gravest}`);
    const place = receipt.lines.findIndex(({ result }) => (result?.part ?? 0) > 0);
    const { entry, result } = receipt.lines[place] ?? {};
    const lines = receipt.lines.map((each, at) => (at === place ? { ...each, result: { ...result, part: 1 } } : each));
    const { code, out, err } = await liuqu(['verify', kept({ ...receipt, lines })]);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(`第 ${place + 1} 行（条目 ${entry?.id}）：结果被改动`);
    expect((await liuqu(['verify', join(folder, 'no-such.json')])).code).toBe(2);
  }, 60_000);

  it('given a receipt that was written anew from another entry, when it is checked, then only the event log tells', async () => {
    const receipt = await receiptAt(`cadres/${gravest}`);
    const online = { LIUQU_LOG_URL: stack.logUrl };
    expect(await liuqu(['verify', kept(receipt), '--against-log'], online)).toMatchObject({ code: 0, err: '' });
    const place = receipt.lines.findIndex(({ entry }) => entry.kind === 'signal');
    const ledger = receipt.lines.map(({ entry, log }, at) => {
      const kept = ledgerEntry(entry);
      return { log, entry: at === place && kept.kind === 'signal' ? { ...kept, severity: kept.severity === 5 ? 4 : 5 } : kept };
    });
    const { head, policy } = receipt;
    const asked = { subject: head.subject, asOf: dayOf(head.asOf), knownOn: dayOf(head.knownOn), waiting: false, sentence: head.sentence };
    const forged = makeReceipt({ ...asked, policy: policy as Policy, ledger }, sha256);
    expect(await liuqu(['verify', kept(forged)])).toMatchObject({ code: 0 });
    const { code, err } = await liuqu(['verify', kept(forged), '--against-log'], online);
    expect([code, err]).toEqual([1, expect.stringContaining(`第 ${place + 1} 行`)]);
    const shorter = makeReceipt({ ...asked, policy: policy as Policy, ledger: ledger.toSpliced(place, 1) }, sha256);
    expect((await liuqu(['verify', kept(shorter), '--against-log'], online)).err).toContain('凭据漏列');
  }, 60_000);

  it('given the portrait, when its button is pressed, then the file that it saves holds, and the digest stands on the page', async () => {
    await page.goto(`${stack.console}/sign-in`);
    await page.evaluate(() => localStorage.setItem('liuqu.demo-principal', 'handler'));
    await page.goto(`${stack.console}/cadres/${encodeURIComponent(gravest)}`);
    await page.locator('.ant-modal, h1').first().waitFor();
    const reason = page.locator('.ant-modal textarea');
    if (await reason.isVisible()) await reason.fill('核对评分凭据');
    if (await page.locator('.ant-modal').isVisible()) await page.locator('.ant-modal .ant-btn-primary').click();
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '评分凭据' }).click()]);
    const text = readFileSync(await file.path(), 'utf8');
    const { digest } = JSON.parse(text) as ScoreReceipt;
    expect(file.suggestedFilename()).toBe(`score-receipt-${digest.slice(0, 12)}.json`);
    await page.getByText(digest).waitFor();
    expect(await liuqu(['verify', kept(JSON.parse(text))])).toMatchObject({ code: 0 });
    const reads = await as<{ items: { path?: string; endpoint?: string }[] }>(stack, 'auditor', 'GET /api/v1/reads');
    expect(JSON.stringify(reads.items)).toContain('/reading/receipt');
  }, 60_000);
});
