import { stepsOf } from '#domain/risk/json-shape';
import { LEVEL_NAMES } from '#domain/risk/policy';
import { POLICY_WORDS, type Words } from '#domain/policy/policy-words';

/** How a person knows a type of signal; a code that nobody knows is told as it is. */
export type SignalLabels = (code: string) => Words | undefined;

/** How the number at a place is told. */
export type Unit = 'points' | 'odds' | 'percent' | 'days' | 'level' | 'plain';

export interface Place {
  readonly words: Words;
  readonly unit: Unit;
}

const both = (word: string): Words => ({ zh: word, en: word });
const joined = (left: Words, right: Words): Words => ({ zh: `${left.zh} ${right.zh}`, en: `${left.en} ${right.en}` });
const wordOf = (group: keyof typeof POLICY_WORDS, name: string): Words => {
  const words: Readonly<Record<string, Words>> = POLICY_WORDS[group];
  return (Object.hasOwn(words, name) ? words[name] : undefined) ?? both(name);
};

export const levelWord = (name: string): Words => wordOf('levels', name);

const classWords = (severity: string): Words => ({ zh: `(${severity} 级)`, en: `(class ${severity})` });

type Speaks = (steps: readonly string[], labels: SignalLabels) => Place;

const percents =
  (group: 'grades' | 'statuses'): Speaks =>
  ([, name = '']) => ({ words: joined(wordOf('fields', group), wordOf(group, name)), unit: 'percent' });

function ofWeight([, code = '', severity]: readonly string[], labels: SignalLabels): Place {
  const label = labels(code) ?? both(code);
  return { words: severity === undefined ? label : joined(label, classWords(severity)), unit: 'plain' };
}

function ofLevel([, place = '', field]: readonly string[]): Place {
  const level = wordOf('levels', LEVEL_NAMES[Number(place) + 1] ?? place);
  return { words: field === undefined ? level : joined(level, wordOf('levelFields', field)), unit: field === 'name' ? 'plain' : 'points' };
}

function ofExposure([, field = '', name]: readonly string[]): Place {
  const words = name === undefined ? wordOf('exposureFields', field) : joined(wordOf('fields', 'exposure'), wordOf('factors', name));
  return { words, unit: 'percent' };
}

function ofFloor([, code = '', field, kind]: readonly string[], labels: SignalLabels): Place {
  const measure = joined(wordOf('fields', 'floors'), labels(code) ?? both(code));
  if (field === undefined) return { words: measure, unit: 'plain' };
  const words = joined(measure, wordOf('floorFields', field));
  if (field === 'level') return { words, unit: 'level' };
  return { words: kind === undefined ? words : joined(words, both(kind)), unit: 'plain' };
}

/** By the field that a pointer begins with. */
const SPOKEN: Readonly<Record<string, Speaks>> = {
  grades: percents('grades'),
  statuses: percents('statuses'),
  channels: ([, channel = '', knee = '']) => ({ words: joined(wordOf('channels', channel), wordOf('knees', knee)), unit: 'odds' }),
  publicMediaCap: () => ({ words: wordOf('fields', 'publicMediaCap'), unit: 'odds' }),
  levels: ofLevel,
  floors: ofFloor,
  dwellDays: () => ({ words: wordOf('fields', 'dwellDays'), unit: 'days' }),
  gate: ([, field = '']) => ({
    words: joined(wordOf('fields', 'gate'), wordOf('gateFields', field)),
    unit: field === 'groupFloor' ? 'odds' : 'plain',
  }),
  exposure: ofExposure,
  halfLifeTables: ([, days = '']) => ({ words: joined(wordOf('fields', 'halfLifeTables'), both(days)), unit: 'plain' }),
  weights: ofWeight,
  notScored: ([, code = ''], labels) => ({ words: joined(labels(code) ?? both(code), wordOf('fields', 'notScored')), unit: 'plain' }),
  gradesByReporter: ([, kind = '']) => ({ words: joined(wordOf('reporters', kind), wordOf('fields', 'gradesByReporter')), unit: 'plain' }),
};

/** A place of an odds policy in the words of the people who write one. */
export function placeOf(pointer: string, labels: SignalLabels): Place {
  const steps = stepsOf(pointer);
  const [field] = steps;
  if (field === undefined) return { words: wordOf('fields', ''), unit: 'plain' };
  const speaks = Object.hasOwn(SPOKEN, field) ? SPOKEN[field] : undefined;
  if (speaks && (steps.length > 1 || field === 'publicMediaCap' || field === 'dwellDays')) return speaks(steps, labels);
  return { words: wordOf('fields', field), unit: 'plain' };
}
