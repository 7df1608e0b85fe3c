import { parseArgs } from 'node:util';
import { dayOf } from '#domain/calendar/day';
import { civilDate } from '#platform/time/clock';
import { type Command, CommandFailed } from '../command';
import { progressBar } from '../demo/progress-bar';
import { wholeNumber } from '../whole-number';
import { feedLoad, type LoadAsked } from './feed';

const MOST = { cadres: 200_000, events: 10_000_000, seed: 999_999, rate: 100_000 } as const;

const OPTIONS = {
  url: { type: 'string', default: 'http://127.0.0.1:8080' },
  cadres: { type: 'string' },
  events: { type: 'string' },
  seed: { type: 'string', default: '1' },
  rate: { type: 'string' },
} as const;

/** @throws CommandFailed that names what is missing or wrong */
function askedFor(args: readonly string[]): LoadAsked {
  const { values } = parsed(args);
  if (values.cadres === undefined || values.events === undefined)
    throw new CommandFailed('--cadres and --events say how large the feed is');
  if (!URL.canParse(values.url)) throw new CommandFailed(`--url is an address such as http://127.0.0.1:8080; "${values.url}" is not`);
  return {
    base: values.url.replace(/\/$/, ''),
    cadres: wholeNumber('cadres', values.cadres, [60, MOST.cadres]),
    events: wholeNumber('events', values.events, [1, MOST.events]),
    seed: wholeNumber('seed', values.seed, [0, MOST.seed]),
    rate: values.rate === undefined ? undefined : wholeNumber('rate', values.rate, [1, MOST.rate]),
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS });
  } catch (error) {
    throw new CommandFailed(error instanceof Error ? error.message : String(error));
  }
}

/** Why the product could not be reached or did not go on, in one sentence. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}

export const feed: Command = {
  usage: 'feed --cadres N --events M --seed S --rate EVENTS_A_SECOND --url http://127.0.0.1:8080',
  async run(args, terminal) {
    const asked = askedFor(args);
    const interruption = terminal.interruption();
    const progress = (done: number, all: number): void => terminal.progress(progressBar('feed', done, all));
    const { told, seconds } = await feedLoad(asked, dayOf(civilDate(new Date())), { progress, interruption }).catch((error: unknown) => {
      throw new CommandFailed(`The feed ended: ${reasonOf(error)}. Start it again with the same numbers and it goes on.`);
    });
    const lines = [`feed: ${asked.cadres} cadres, ${told.sent} of ${asked.events} events`, ...told.sentences(seconds)];
    if (interruption.aborted) lines.push('Ended before its end; started again with the same numbers it goes on.');
    return lines.join('\n');
  },
};
