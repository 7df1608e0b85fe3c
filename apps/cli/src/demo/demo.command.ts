import { parseArgs } from 'node:util';
import { type Day, dayOf } from '#domain/calendar/day';
import { civilDate } from '#platform/time/clock';
import { type Command, CommandFailed } from '../command';
import { wholeNumber } from '../whole-number';
import { type DemoTold, feedDemo } from './demo';
import { CADRES_OF_A_COUNTY } from './posts';
import { progressBar } from './progress-bar';

/** Fewer leave no room for the five categories and the told stories. */
const FEWEST_CADRES = 60;

function dayNamed(today: string): Day {
  try {
    return dayOf(today);
  } catch {
    throw new CommandFailed(`${today} is no day; write it as 2026-04-27`);
  }
}

function sentence({ cadres, sent, accepted, fedEarlier, malformed, refused, candidates, seconds }: DemoTold): string {
  const count = [...refused.values()].reduce((sum, one) => sum + one, 0);
  const codes = [...refused].map(([code, times]) => `${code} ${times}`).join(', ');
  const fed = [
    `demo county: ${cadres} cadres, ${sent} events sent, ${accepted} accepted`,
    ...(fedEarlier > 0 ? [`${fedEarlier} fed earlier`] : []),
    `${malformed} turned away as malformed`,
    `${count} refused${count > 0 ? ` (${codes})` : ''}`,
  ];
  const { proposed, decided } = candidates;
  const done = `sent in ${seconds.feeding.toFixed(1)} s, in the readings after ${seconds.visible.toFixed(1)} s`;
  return `${fed.join(', ')}\n${done}; of ${proposed} open candidates demo people decided ${decided}`;
}

export const demo: Command = {
  usage: 'demo --url http://127.0.0.1:8080 --today DATE --cadres N',
  async run(args, terminal) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        url: { type: 'string', default: 'http://127.0.0.1:8080' },
        today: { type: 'string', default: civilDate(new Date()) },
        cadres: { type: 'string', default: String(CADRES_OF_A_COUNTY) },
      },
    });
    const asked = {
      base: values.url,
      today: dayNamed(values.today),
      cadres: wholeNumber('cadres', values.cadres, [FEWEST_CADRES, CADRES_OF_A_COUNTY]),
    };
    const told = await feedDemo(asked, (done, all) => terminal.progress(progressBar('demo county', done, all))).catch((error: unknown) => {
      throw new CommandFailed(`The demo county could not be read in: ${error instanceof Error ? error.message : String(error)}`);
    });
    return sentence(told);
  },
};
