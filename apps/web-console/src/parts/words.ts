import { textsOf } from '../texts/texts';
import { ofDemo, roleInDemo } from '../people/principals';
import { fill } from './fill';

const words = textsOf('words');

/** The word for a code; a code that the catalogue does not know is shown as it is. */
const wordFrom =
  (table: Readonly<Record<string, string>>) =>
  (code: string): string =>
    table[code] ?? code;

export const statusWord = wordFrom(words.statuses);
export const factorWord = wordFrom(words.factors);
export const groundWord = wordFrom(words.grounds);
export const candidateStateWord = wordFrom(words.candidateStates);
export const recommendationWord = wordFrom(words.recommendationReasons);
export const principalWord = wordFrom(words.principals);
export const policyWord = wordFrom(words.policies);

/** Whoever acted, by the id that the API gives: `demo-handler` is the demo's handler. */
export function personWord(id: string): string {
  return ofDemo(id) ? principalWord(roleInDemo(id)) : id;
}

const SHORT = 8;

/** A matter as people name it: the agency's own number, or the event that stands alone (`agency/number/x`, `agency/event/x`). */
export function matterWord(matter: string): string {
  const [agency, kind, ...rest] = matter.split('/');
  const id = rest.join('/');
  if (kind === 'event') return fill(words.matterAlone, { id: id.slice(0, SHORT) });
  if (kind === 'number' && agency !== undefined) return fill(words.matterNumbered, { number: id, agency });
  return matter;
}

export const named = (name: string, value: string): string => fill(words.named, { name, value });
export const enumerated = (parts: readonly string[]): string => parts.join(words.enumeration);
export const listed = (parts: readonly string[]): string => parts.join(words.separator);

export const shortHash = (hash: string): string => hash.replace(/^sha256:/, '').slice(0, SHORT);
export const severityWord = (severity: number): string => fill(words.severity, { severity });
