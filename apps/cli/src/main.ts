import { CommandFailed } from './command';
import { commandOf, usage } from './commands';
import { terminalOn } from './terminal';

async function main(words: readonly string[]): Promise<void> {
  const found = commandOf(words);
  if (found === undefined) throw new CommandFailed(usage());
  const text = await found.command.run(found.args, terminalOn(process.env, process.stderr, process));
  process.stdout.write(`${text}\n`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  if (!(error instanceof CommandFailed)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error.exitCode;
});
