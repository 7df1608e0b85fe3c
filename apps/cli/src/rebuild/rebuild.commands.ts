import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { RebuildAnswer } from '#contracts/console/rebuild';
import { type Command, CommandFailed, type Terminal } from '../command';
import { ConsoleSession } from './console-session';
import { progressText, rebuildText } from './rebuild-text';

const PATH = '/api/v1/rebuild';
const LOOK_AGAIN_MS = 500;
const WHO = '[--url http://127.0.0.1:8080] --as NAME [--code 123456]';

const CALLER = { url: { type: 'string', default: 'http://127.0.0.1:8080' }, as: { type: 'string' }, code: { type: 'string' } } as const;

interface Asked {
  readonly session: ConsoleSession;
  readonly given: Readonly<Record<string, string | undefined>>;
  readonly terminal: Terminal;
}

/** A command that asks the console as somebody, and tells how the slots stand. */
function asking(usage: string, options: NonNullable<ParseArgsConfig['options']>, work: (asked: Asked) => Promise<RebuildAnswer>): Command {
  return {
    usage,
    async run(args, terminal) {
      const given = parsed(args, options);
      const { url = '', as, code } = given;
      if (as === undefined) throw new CommandFailed('--as says who asks: a sign-in name, or demo-system-administrator in a demo');
      if (!URL.canParse(url)) throw new CommandFailed(`--url is an address such as http://127.0.0.1:8080; "${url}" is not`);
      const session = await ConsoleSession.open({ base: url.replace(/\/$/, ''), as, code }, terminal);
      try {
        return rebuildText(await work({ session, given, terminal }));
      } finally {
        await session.close();
      }
    },
  };
}

function parsed(args: readonly string[], options: NonNullable<ParseArgsConfig['options']>): Record<string, string | undefined> {
  try {
    return parseArgs({ args: [...args], options: { ...CALLER, ...options } }).values as Record<string, string | undefined>;
  } catch (error) {
    throw new CommandFailed(error instanceof Error ? error.message : String(error));
  }
}

/** Shows how far it is until it is there; whoever interrupts ends the looking, not the work. */
async function watch({ session, terminal }: Asked, isDone: (answer: RebuildAnswer) => boolean): Promise<RebuildAnswer> {
  const interruption = terminal.interruption();
  for (;;) {
    const answer = await session.ask<RebuildAnswer>('GET', PATH);
    const line = progressText(answer);
    if (line !== undefined) terminal.progress(`rebuild: ${line}`);
    if (isDone(answer) || answer.other.fault !== null || interruption.aborted) return answer;
    await sleep(LOOK_AGAIN_MS, undefined, { signal: interruption }).catch(() => undefined);
  }
}

function reasonIn({ reason }: Asked['given']): string {
  if (reason === undefined || reason.trim() === '') throw new CommandFailed('--reason says why, in one sentence that is kept');
  return reason;
}

const REASON = { reason: { type: 'string' } } as const;

export const REBUILD_COMMANDS: Readonly<Record<string, Command>> = {
  'rebuild start': asking(`rebuild start [--policy HASH] ${WHO}`, { policy: { type: 'string' } }, async (asked) => {
    const { policy } = asked.given;
    await asked.session.ask('POST', PATH, policy === undefined ? {} : { policy });
    return watch(asked, ({ other }) => other.state !== 'filling');
  }),
  'rebuild status': asking(`rebuild status ${WHO}`, {}, async ({ session }) => session.ask('GET', PATH)),
  'rebuild certify': asking(`rebuild certify ${WHO}`, {}, async (asked) => {
    await asked.session.ask('POST', `${PATH}/certificate`, {});
    return watch(asked, ({ other }) => other.certificateAskedBy === null);
  }),
  'rebuild switch': asking(`rebuild switch --reason TEXT ${WHO}`, REASON, async ({ session, given }) =>
    session.ask('POST', `${PATH}/switch`, { reason: reasonIn(given) }),
  ),
  'rebuild back': asking(`rebuild back --reason TEXT ${WHO}`, REASON, async ({ session, given }) =>
    session.ask('POST', `${PATH}/back`, { reason: reasonIn(given) }),
  ),
  'rebuild drop': asking(`rebuild drop ${WHO}`, {}, async ({ session }) => session.ask('POST', `${PATH}/drop`, {})),
};
