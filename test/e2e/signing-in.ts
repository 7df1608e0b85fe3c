import type { Page } from 'playwright-core';
import { codeAt } from '#access/one-time-codes';
import type { HandedOutAnswer } from '#contracts/console/session';
import { as } from './office';
import type { RunningStack } from './running-stack';

/** Somebody with an account, and what was handed out with it. */
export type Admitted = HandedOutAnswer;

export interface NewPerson {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  /** Sees the tree under this unit; everything without it. */
  readonly unit?: string;
}

export async function admit(stack: RunningStack, person: NewPerson): Promise<Admitted> {
  return as(stack, 'security-administrator', 'POST /api/v1/users', person);
}

/**
 * Fills in the form of the page and sends it.
 * @param given another password, or another time for the code: each code is taken once, and the next one may come half a minute early
 */
export async function fillIn(
  page: Page,
  { id, password, totpUri }: Admitted,
  given: { readonly password?: string; readonly at?: Date } = {},
): Promise<void> {
  await page.getByLabel('用户名').fill(id);
  await page.getByLabel('密码', { exact: true }).fill(given.password ?? password);
  await page.getByLabel('动态码').fill(codeAt(new URL(totpUri).searchParams.get('secret') ?? '', given.at ?? new Date()));
  await page.getByRole('button', { name: '登录' }).click();
}

/** A demo person takes the seat and opens a page. */
export async function comeAs(page: Page, { console: url }: Pick<RunningStack, 'console'>, role: string, path: string): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.evaluate((who) => localStorage.setItem('liuqu.demo-principal', who), role);
  await page.goto(url + path);
  await page.getByRole('heading', { level: 1 }).waitFor();
}
