import type { Command } from './command';
import { demo } from './demo/demo.command';
import { digest } from './digest/digest.command';
import { doctor } from './doctor/doctor.command';
import { feed } from './feed/feed.command';
import { REBUILD_COMMANDS } from './rebuild/rebuild.commands';
import { score } from './score/score';
import { topicsApply } from './topics/topics-apply.command';
import { usersAdd } from './users/users-add.command';
import { verify } from './verify/verify.command';

/** Commands by name; a name of two words, such as `topics apply`, is written with one space. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  doctor,
  'topics apply': topicsApply,
  score,
  verify,
  digest,
  demo,
  feed,
  'users add': usersAdd,
  ...REBUILD_COMMANDS,
};

/** The command that the first words name, and what follows them. */
export function commandOf(words: readonly string[]): { command: Command; args: readonly string[] } | undefined {
  for (const length of [2, 1]) {
    const name = words.slice(0, length).join(' ');
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (command !== undefined) return { command, args: words.slice(length) };
  }
  return undefined;
}

export function usage(): string {
  return ['Usage:', ...Object.values(COMMANDS).map((command) => `  liuqu ${command.usage}`)].join('\n');
}
