import { at, isObject, stepsOf } from '#domain/risk/json-shape';
import { levelWord, placeOf, type SignalLabels, type Unit } from '#domain/policy/policy-places';
import type { Words } from '#domain/policy/policy-words';

/** One difference between two documents; null where one of them has nothing there. */
export interface DiffLine extends Words {
  readonly pointer: string;
}

const NOTHING: Words = { zh: '无', en: 'none' };
const TABLES = 'halfLifeTables';

/** In this order a reader looks: first what decides, then the long table. */
const FIRST = ['name', 'levels', 'gate', 'floors', 'dwellDays', 'channels', 'publicMediaCap', 'grades', 'statuses', 'gradesByReporter'];

type Leaves = ReadonlyMap<string, string | number | boolean | null>;

/** The values of a document by their place; a list of texts is one value. */
function leavesOf(json: unknown, pointer = ''): [string, string | number | boolean | null][] {
  if (isObject(json)) return Object.entries(json).flatMap(([name, member]) => leavesOf(member, at(pointer, name)));
  if (!Array.isArray(json)) return [[pointer, json as string | number | boolean | null]];
  if (json.every((member) => typeof member === 'string')) return [[pointer, json.join('、')]];
  return json.flatMap((member, place) => leavesOf(member, at(pointer, place)));
}

/**
 * What differs between two policies, a line each: "审计整改逾期 (3 级): 40 → 45".
 * @param before a parsed JSON document
 * @param after a parsed JSON document
 */
export function diffPolicies(before: unknown, after: unknown, labels: SignalLabels): readonly DiffLine[] {
  const [left, right]: readonly [Leaves, Leaves] = [new Map(leavesOf(before)), new Map(leavesOf(after))];
  return [...new Set([...left.keys(), ...right.keys()])]
    .filter((pointer) => left.get(pointer) !== right.get(pointer))
    .toSorted((a, b) => placeInOrder(a) - placeInOrder(b))
    .map((pointer) => lineOf(pointer, [left.get(pointer), right.get(pointer)], labels));
}

function placeInOrder(pointer: string): number {
  const place = FIRST.indexOf(stepsOf(pointer)[0] ?? '');
  return place === -1 ? FIRST.length : place;
}

type Value = string | number | boolean | null | undefined;

function lineOf(pointer: string, [before, after]: readonly [Value, Value], labels: SignalLabels): DiffLine {
  const { words, unit } = placeOf(pointer, labels);
  if (stepsOf(pointer)[0] === TABLES) return { pointer, zh: `${words.zh}有改动`, en: `${words.en} has changed` };
  const [left, right] = [told(before, unit), told(after, unit)];
  return { pointer, zh: `${words.zh}: ${left.zh} → ${right.zh}`, en: `${words.en}: ${left.en} → ${right.en}` };
}

function told(value: Value, unit: Unit): Words {
  if (value === undefined) return NOTHING;
  if (unit === 'level') return levelWord(String(value));
  const text = typeof value === 'number' ? numberIn(value, unit) : String(value);
  return typeof text === 'string' ? { zh: text, en: text } : text;
}

function numberIn(value: number, unit: Exclude<Unit, 'level'>): string | Words {
  switch (unit) {
    case 'points':
      return decimal(value, 3);
    case 'odds':
      return decimal(value, 6);
    case 'percent':
      return `${value}%`;
    case 'days':
      return { zh: `${value} 天`, en: `${value} days` };
    case 'plain':
      return String(value);
  }
}

/** A whole number of thousandths or millionths, written as a decimal without its idle zeros. */
function decimal(value: number, places: number): string {
  if (!Number.isInteger(value) || value < 0) return String(value);
  const digits = String(value).padStart(places + 1, '0');
  const fraction = digits.slice(-places).replace(/0+$/, '');
  return fraction === '' ? digits.slice(0, -places) : `${digits.slice(0, -places)}.${fraction}`;
}
