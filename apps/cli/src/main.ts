import { CommandFailed } from './command';
import { commandOf, usage } from './commands';

async function main(words: readonly string[]): Promise<void> {
  const found = commandOf(words);
  if (found === undefined) throw new CommandFailed(usage());
  process.stdout.write(`${await found.command.run(found.args)}\n`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  if (!(error instanceof CommandFailed)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
