import { parseArgs } from 'node:util';
import { type Day, dayOf } from '#domain/calendar/day';
import { civilDate } from '#platform/time/clock';
import { type Command, CommandFailed } from '../command';
import { type DemoTold, feedDemo } from './demo';

const WIDTH = 30;

function bar(done: number, all: number): string {
  const filled = Math.round((done / all) * WIDTH);
  return `demo county [${'#'.repeat(filled)}${'.'.repeat(WIDTH - filled)}] ${Math.floor((done / all) * 100)} % of ${all} events`;
}

function dayNamed(today: string): Day {
  try {
    return dayOf(today);
  } catch {
    throw new CommandFailed(`${today} is no day; write it as 2026-04-27`);
  }
}

function sentence({ cadres, sent, accepted, fedEarlier, refused }: DemoTold): string {
  const count = [...refused.values()].reduce((sum, one) => sum + one, 0);
  const codes = [...refused].map(([code, times]) => `${code} ${times}`).join(', ');
  return [
    `demo county: ${cadres} cadres, ${sent} events sent, ${accepted} accepted`,
    ...(fedEarlier > 0 ? [`${fedEarlier} fed earlier`] : []),
    `${count} refused${count > 0 ? ` (${codes})` : ''}`,
  ].join(', ');
}

export const demo: Command = {
  usage: 'demo --url http://127.0.0.1:8080 --today DATE',
  async run(args, terminal) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        url: { type: 'string', default: 'http://127.0.0.1:8080' },
        today: { type: 'string', default: civilDate(new Date()) },
      },
    });
    const today = dayNamed(values.today);
    const told = await feedDemo(values.url, today, (done, all) => terminal.progress(bar(done, all))).catch((error: unknown) => {
      throw new CommandFailed(`The demo county could not be read in: ${error instanceof Error ? error.message : String(error)}`);
    });
    return sentence(told);
  },
};
