import { parseArgs } from 'node:util';
import { type Command, CommandFailed } from '../command';
import { feedDemo } from './demo';

const WIDTH = 30;

function bar(done: number, all: number): string {
  const filled = Math.round((done / all) * WIDTH);
  return `demo county [${'#'.repeat(filled)}${'.'.repeat(WIDTH - filled)}] ${Math.floor((done / all) * 100)} % of ${all} events`;
}

export const demo: Command = {
  usage: 'demo --url http://127.0.0.1:8080',
  async run(args, terminal) {
    const { values } = parseArgs({ args: [...args], options: { url: { type: 'string', default: 'http://127.0.0.1:8080' } } });
    const told = await feedDemo(values.url, new Date(), (done, all) => terminal.progress(bar(done, all))).catch((error: unknown) => {
      throw new CommandFailed(`The demo county could not be read in: ${error instanceof Error ? error.message : String(error)}`);
    });
    return `demo county: ${told.cadres} cadres, ${told.sent} events sent, ${told.accepted} accepted, ${told.refused} refused`;
  },
};
