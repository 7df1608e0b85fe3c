import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { connectLog } from '#assembly/connect-log';
import { stackConfig } from '#assembly/stack.config';
import { signalOfCode } from '#contracts/signals/catalogue';
import { RISK_SIGNALS } from '#contracts/topics';
import { logAlterations, type LoggedFact, type LoggedSubject } from '#domain/receipt/against-log';
import { unreadableWords } from '#domain/receipt/alteration-words';
import type { Hash, ScoreReceipt } from '#domain/receipt/receipt';
import { verifyReceipt } from '#domain/receipt/verify-receipt';
import { LogGap, type LogScan, LogUnavailable, type PartitionBounds } from '#messaging/event-log';
import { partitionOf } from '#messaging/partition-of';
import { ConfigInvalid, loadConfig } from '#platform/config/load-config';
import { Problem } from '#platform/http/problem';
import { namedJson } from '#platform/json/named-json';
import { readJson, textOf } from '#platform/json/read-json';
import { type Command, CommandFailed, type Terminal } from '../command';
import { alteredText, inBoth, verifiedText } from './verify-text';

/** Something was altered. */
const DOES_NOT_HOLD = 1;
/** Nothing can be said of it. */
const UNREADABLE = 2;

const sha256: Hash = (value) => namedJson(value).hash;

/** Checks a score receipt without the product, or with its event log: exit code 0 when it holds, 1 when not, 2 when that cannot be told. */
export const verify: Command = {
  usage: 'verify RECEIPT.json [--policy P.json] [--against-log]    (the latter: LIUQU_LOG_URL)',
  async run(args, terminal) {
    const { path, policy, againstLog } = askedFor(args);
    const receipt = await jsonOf(path);
    const verdict = verifyReceipt(receipt, sha256, policy === undefined ? undefined : await jsonOf(policy));
    if (verdict.kind === 'unreadable') throw unreadable(inBoth(unreadableWords(verdict)));
    if (verdict.kind === 'altered') throw new CommandFailed(alteredText(verdict.alterations), DOES_NOT_HOLD);
    if (againstLog) await compareWithLog(verdict.receipt, terminal);
    return verifiedText(verdict.receipt, againstLog);
  },
};

const unreadable = (text: string): CommandFailed => new CommandFailed(text, UNREADABLE);

function askedFor(args: readonly string[]): { path: string; policy: string | undefined; againstLog: boolean } {
  const options = { policy: { type: 'string' }, 'against-log': { type: 'boolean' } } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0) throw unreadable('');
    return { path, policy: values.policy, againstLog: values['against-log'] ?? false };
  } catch {
    throw unreadable(`Usage: liuqu ${verify.usage}`);
  }
}

async function jsonOf(path: string): Promise<unknown> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch {
    throw unreadable(`文件 ${path} 无法读取。\nThe file ${path} cannot be read.`);
  }
  try {
    return readJson(textOf(bytes));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw unreadable(
      `文件 ${path} 无法核对：${error.detail}\nThe file ${path} is broken or cut short, so nothing can be said of it: ${error.code}.`,
    );
  }
}

async function compareWithLog(receipt: ScoreReceipt, { environment }: Terminal): Promise<void> {
  const about = await logged(receipt.head.subject, logUrlIn(environment)).catch((error: unknown) => {
    if (!(error instanceof LogUnavailable) && !(error instanceof LogGap)) throw error;
    throw unreadable(`事件日志无法读取：${error.message}\nThe event log cannot be read: ${error.message}`);
  });
  const found = logAlterations(receipt, about, { hash: sha256, halfLifeOf: (code) => signalOfCode(code)?.halfLife });
  if (found.length > 0) throw new CommandFailed(alteredText(found), DOES_NOT_HOLD);
}

function logUrlIn(environment: Terminal['environment']): string {
  try {
    return loadConfig(stackConfig.pick({ LIUQU_LOG_URL: true }), environment).LIUQU_LOG_URL;
  } catch (error) {
    if (error instanceof ConfigInvalid) throw unreadable(error.message);
    throw error;
  }
}

/** All that the log holds about a subject; where that is, the subject says, not the receipt. */
async function logged(subject: string, url: string): Promise<LoggedSubject> {
  const log = await connectLog(url);
  try {
    const bounds = await log.bounds(RISK_SIGNALS);
    const partition = partitionOf(subject, Math.max(bounds.length, 1));
    const kept = bounds.find((each) => each.partition === partition);
    const facts = kept === undefined ? [] : await factsIn(await log.openScan(RISK_SIGNALS), kept, subject);
    return { topic: RISK_SIGNALS, partition, facts };
  } finally {
    await log.close();
  }
}

async function factsIn(scan: LogScan, { partition, low, next }: PartitionBounds, subject: string): Promise<LoggedFact[]> {
  const facts: LoggedFact[] = [];
  try {
    for await (const page of scan.pages({ partition, from: low, until: next })) {
      const about = page.filter(({ key }) => key === subject);
      facts.push(...about.map(({ offset, value }) => ({ offset, data: parsed(value) })));
    }
    return facts;
  } finally {
    await scan.close();
  }
}

function parsed(value: Buffer): unknown {
  try {
    return JSON.parse(value.toString()) as unknown;
  } catch {
    return null;
  }
}
