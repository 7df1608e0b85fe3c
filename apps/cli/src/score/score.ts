import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { explain, type Explanation } from '#domain/risk/explain';
import { exposedOdds } from '#domain/risk/exposure';
import { levelName } from '#domain/risk/level';
import { parsePolicy, PolicyInvalid } from '#domain/risk/parse-policy';
import type { Channel, LevelName, Policy } from '#domain/risk/policy';
import { scoreOfOdds } from '#domain/risk/total';
import { CommandFailed, type Command } from '../command';
import { CORROBORATION, readDay, readEventsFile } from './events-file';

/** E, P and parts in milli-points, odds in micro-odds. */
export interface Score {
  readonly E: number;
  readonly P: number;
  readonly odds: number;
  readonly channels: Readonly<Record<Channel, number>>;
  readonly corroboration: number;
  /** Of each event up to the day, by id, and of corroboration; together they are E. */
  readonly parts: Readonly<Record<string, number>>;
  readonly level: LevelName;
}

/**
 * The reading of one subject from files alone: what any other implementation can be compared with.
 * @param policyJson a parsed policy document
 * @param eventsJson a parsed events file, see `readEventsFile`
 * @param asOf 'YYYY-MM-DD' or a day number from 2000-01-01
 * @throws CommandFailed in one sentence that names the place
 */
export function scoreCommand(policyJson: unknown, eventsJson: unknown, asOf: string): Score {
  const policy = policyOf(policyJson);
  const { signals, exposurePercent } = readEventsFile(eventsJson);
  const day = readDay(/^\d+$/.test(asOf) ? Number(asOf) : asOf);
  if (day === undefined) throw new CommandFailed('--as-of is neither a date from 2000-01-01 on nor a day number.');
  const explanation = explain(signals, day, policy);
  const { E, odds, corroboration, level } = explanation;
  return {
    E,
    P: scoreOfOdds(exposedOdds(odds, { numerator: exposurePercent, denominator: 1 })),
    odds,
    channels: Object.fromEntries(explanation.channels.map((each) => [each.channel, each.odds])) as Record<Channel, number>,
    corroboration: corroboration.odds,
    parts: partsOf(explanation),
    level: levelName(level),
  };
}

function partsOf({ channels, corroboration }: Explanation): Record<string, number> {
  const events = channels.flatMap(({ matters }) => matters.flatMap((matter) => matter.events));
  return Object.fromEntries([...events.map(({ id, part }) => [id, part] as const), [CORROBORATION, corroboration.part]]);
}

function policyOf(json: unknown): Policy {
  try {
    return parsePolicy(json);
  } catch (error) {
    if (!(error instanceof PolicyInvalid)) throw error;
    const [first] = error.problems;
    throw new CommandFailed(`The policy file is refused at ${first?.pointer || 'its root'}: ${first?.code}.`);
  }
}

async function jsonOf(path: string): Promise<unknown> {
  let content: string;
  try {
    content = await readFile(path, 'utf8');
  } catch {
    throw new CommandFailed(`The file ${path} cannot be read.`);
  }
  try {
    return JSON.parse(content) as unknown;
  } catch {
    throw new CommandFailed(`The file ${path} is not JSON.`);
  }
}

export const score: Command = {
  usage: 'score --policy P.json --events E.json --as-of YYYY-MM-DD',
  async run(args) {
    const { policy, events, 'as-of': asOf } = optionsOf(args);
    if (policy === undefined || events === undefined || asOf === undefined) throw new CommandFailed(`Usage: liuqu ${score.usage}`);
    return JSON.stringify(scoreCommand(await jsonOf(policy), await jsonOf(events), asOf), null, 2);
  },
};

function optionsOf(args: readonly string[]): { policy?: string; events?: string; 'as-of'?: string } {
  const options = { policy: { type: 'string' }, events: { type: 'string' }, 'as-of': { type: 'string' } } as const;
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch {
    throw new CommandFailed(`Usage: liuqu ${score.usage}`);
  }
}
