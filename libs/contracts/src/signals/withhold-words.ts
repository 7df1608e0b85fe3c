import { signalOfType } from '#contracts/signals/catalogue';
import { WITHHELD_OF_FOLLOW_UPS } from '#contracts/signals/follow-ups';

type Members = Readonly<Record<string, unknown>>;

export interface Withholding {
  /** The same data, null in the place of each text that was withheld. */
  readonly data: Members;
  /** What was withheld, by the name of its field. */
  readonly words: Readonly<Record<string, string>>;
}

const isObject = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Takes out of an event what nobody behind the door may read in passing: the words of petitions (decision 0017). Done again, it
 * finds nothing more.
 * @param type of the event; of one that nobody knows nothing is withheld
 * @param data with or without its subject; need not fit its contract
 */
export function withholdWords(type: string, data: Members): Withholding {
  const signal = signalOfType(type);
  if (!signal) return takeOut(data, WITHHELD_OF_FOLLOW_UPS[type] ?? []);
  const { fields } = data;
  if (signal.withheld.length === 0 || !isObject(fields)) return { data, words: {} };
  const taken = takeOut(fields, signal.withheld);
  return { ...taken, data: { ...data, fields: taken.data } };
}

function takeOut(members: Members, names: readonly string[]): Withholding {
  const given = names.filter((name) => members[name] !== undefined);
  if (given.length === 0) return { data: members, words: {} };
  const texts = given.flatMap((name) => (typeof members[name] === 'string' ? [[name, members[name]] as const] : []));
  return { data: { ...members, ...Object.fromEntries(given.map((name) => [name, null])) }, words: Object.fromEntries(texts) };
}
