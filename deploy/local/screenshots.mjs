// Pictures of every page for the documents, from a demo that is running: npm run screenshots [-- http://127.0.0.1:8080]
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';

const CONSOLE = process.argv[2] ?? 'http://127.0.0.1:8080';
const FOLDER = resolve(import.meta.dirname, '../../docs/screenshots');
const WAIT_MS = 20_000;
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((place) => existsSync(place));

const asked = await fetch(`${CONSOLE}/api/v1/cadres?level=inquiry&limit=1`, {
  headers: { 'Liuqu-Demo-Principal': 'handler' },
  signal: AbortSignal.timeout(WAIT_MS),
});
const portrait = `/cadres/${encodeURIComponent((await asked.json()).items[0].id)}`;

const known = await fetch(`${CONSOLE}/api/v1/policies?state=live&limit=1`, {
  headers: { 'Liuqu-Demo-Principal': 'handler' },
  signal: AbortSignal.timeout(WAIT_MS),
});
const policy = `/policies/${(await known.json()).items[0].id}`;

/** Name, path, who looks, and how. */
const SHOTS = [
  ['desk', '/desk', 'handler', {}],
  ['desk-dark', '/desk', 'handler', { display: { dark: true } }],
  ['cadres', '/cadres', 'handler', {}],
  ['alerts', '/alerts', 'handler', {}],
  ['portrait', portrait, 'handler', {}],
  ['portrait-dark', portrait, 'handler', { display: { dark: true } }],
  ['portrait-print', portrait, 'handler', { print: true }],
  ['portrait-en', portrait, 'handler', { language: 'en-US' }],
  ['candidates', '/candidates', 'handler', {}],
  ['units', '/units', 'handler', {}],
  ['signals', '/signals', 'petition-clerk', {}],
  ['matching', '/matching', 'petition-clerk', {}],
  ['catalogue', '/catalogue', 'handler', {}],
  ['policies', '/policies', 'case-management', {}],
  ['policy', policy, 'case-management', {}],
  ['operations', '/operations', 'system-administrator', {}],
  ['operations-dark', '/operations', 'system-administrator', { display: { dark: true } }],
  ['reads', '/reads', 'auditor', {}],
  ['users', '/users', 'security-administrator', {}],
  ['permissions', '/permissions', 'security-administrator', {}],
];

/** Pages about one person ask what they are read for. */
async function sayWhatFor(asking) {
  if (!(await asking.isVisible())) return;
  const reason = asking.locator('textarea');
  if (await reason.isVisible()) await reason.fill('为文档截图');
  await asking.locator('.ant-btn-primary').click();
}

async function shoot(browser, [name, path, principal, { language = 'zh-CN', display = {}, print = false }]) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: language, timezoneId: 'Asia/Shanghai' });
  try {
    await context.addInitScript((kept) => Object.entries(kept).forEach(([key, value]) => localStorage.setItem(key, value)), {
      'liuqu.demo-principal': principal,
      'liuqu.language': language,
      'liuqu.display': JSON.stringify(display),
    });
    const page = await context.newPage();
    await page.goto(CONSOLE + path);
    await page.locator('h1, .ant-modal').first().waitFor({ timeout: WAIT_MS });
    await sayWhatFor(page.locator('.ant-modal'));
    await page.locator('h1').first().waitFor({ timeout: WAIT_MS });
    await page.waitForLoadState('networkidle', { timeout: WAIT_MS }).catch(() => undefined);
    if (print) await page.emulateMedia({ media: 'print' });
    await page.waitForTimeout(800);
    await page.screenshot({ path: join(FOLDER, `${name}.jpg`), type: 'jpeg', quality: 72 });
  } finally {
    await context.close();
  }
}

mkdirSync(FOLDER, { recursive: true });
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
try {
  for (const shot of SHOTS) await shoot(browser, shot);
} finally {
  await browser.close();
}
