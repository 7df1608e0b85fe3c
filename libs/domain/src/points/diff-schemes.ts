import type { DiffLine } from '#domain/policy/diff-policies';
import type { Words } from '#domain/policy/policy-words';
import { SCHEME_FIELDS } from '#domain/points/scheme-words';
import { at, isObject } from '#domain/risk/json-shape';

type Fields = Readonly<Record<string, unknown>>;
type Pair = readonly [before: unknown, after: unknown];

interface Place {
  readonly pointer: string;
  readonly words: Words;
  /** Whether numbers here are milli-points. */
  readonly inPoints: boolean;
}

const NOTHING: Words = { zh: '无', en: 'none' };
const START: Place = { pointer: '', words: { zh: '', en: '' }, inPoints: false };

/**
 * What differs between two points schemes, a line each: "记分项 党内警告 分值: 6 → 7". What has a key is the same where the key is,
 * wherever it stands.
 * @param before a parsed JSON document
 * @param after a parsed JSON document
 */
export const diffSchemes = (before: unknown, after: unknown): readonly DiffLine[] => linesOf([before, after], START);

function linesOf([before, after]: Pair, place: Place): readonly DiffLine[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (isLabel(before) && isLabel(after)) return [changed([before, after], place)];
  if (isObject(before) && isObject(after)) return ofFields([before, after], place);
  const isList = Array.isArray(before) && Array.isArray(after);
  if (!isList || [...before, ...after].every((member) => typeof member === 'string')) return [changed([before, after], place)];
  return ofMembers([before, after], place);
}

function ofFields([before, after]: readonly [Fields, Fields], place: Place): readonly DiffLine[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) => {
    const words = joined(place.words, SCHEME_FIELDS[name] ?? { zh: name, en: name });
    return linesOf([before[name], after[name]], { pointer: at(place.pointer, name), words, inPoints: isPoints(name, after) });
  });
}

function ofMembers([before, after]: readonly [readonly unknown[], readonly unknown[]], place: Place): readonly DiffLine[] {
  const [left, right] = [byName(before), byName(after)];
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((name): readonly DiffLine[] => {
    const [old, fresh] = [left.get(name), right.get(name)];
    const pointer = at(place.pointer, (fresh ?? old)?.place ?? 0);
    const member = (fresh ?? old)?.member;
    const words = joined(place.words, nameOf(member, name));
    if (old === undefined) return [{ pointer, zh: `${words.zh}：新增`, en: `${words.en}: added` }];
    if (fresh === undefined) return [{ pointer, zh: `${words.zh}：删除`, en: `${words.en}: taken out` }];
    return linesOf([old.member, fresh.member], { pointer, words, inPoints: false });
  });
}

interface Member {
  readonly member: unknown;
  readonly place: number;
}

/** By key, else by place. */
function byName(list: readonly unknown[]): ReadonlyMap<string, Member> {
  return new Map(list.map((member, place) => [keyOf(member) ?? String(place + 1), { member, place }]));
}

function keyOf(member: unknown): string | undefined {
  const key = isObject(member) ? member['key'] : undefined;
  return typeof key === 'string' ? key : undefined;
}

function nameOf(member: unknown, name: string): Words {
  const label = isObject(member) ? member['label'] : undefined;
  if (isLabel(label)) return { zh: String(label['zh']), en: String(label['en'] ?? label['zh']) };
  return keyOf(member) === undefined ? { zh: `第${name}条`, en: `no. ${name}` } : { zh: name, en: name };
}

const isLabel = (value: unknown): value is Fields => isObject(value) && typeof value['zh'] === 'string';

const ALWAYS = ['points', 'value'];

/** The ends of a sum, and the caps of items and windows, which have a key. */
function isPoints(name: string, { kind, key }: Fields): boolean {
  if (ALWAYS.includes(name)) return true;
  return (name === 'least' && kind === 'sum') || (name === 'most' && (kind === 'sum' || key !== undefined));
}

function changed([before, after]: Pair, { pointer, words, inPoints }: Place): DiffLine {
  const [left, right] = [told(before, inPoints), told(after, inPoints)];
  return { pointer, zh: `${words.zh}: ${left.zh} → ${right.zh}`, en: `${words.en}: ${left.en} → ${right.en}` };
}

function told(value: unknown, inPoints: boolean): Words {
  if (value === undefined) return NOTHING;
  if (isLabel(value)) return { zh: String(value['zh']), en: String(value['en'] ?? value['zh']) };
  if (typeof value === 'number' && inPoints) return same(inThousandths(value));
  if (Array.isArray(value) && value.every((member) => typeof member === 'string')) return same(value.join('、'));
  return same(typeof value === 'string' ? value : JSON.stringify(value));
}

const same = (text: string): Words => ({ zh: text, en: text });
const joined = (left: Words, right: Words): Words =>
  left.zh === '' ? right : { zh: `${left.zh} ${right.zh}`, en: `${left.en} ${right.en}` };

/** Milli-points as people write them, without idle zeros. */
function inThousandths(milli: number): string {
  if (!Number.isInteger(milli) || milli < 0) return String(milli);
  const digits = String(milli).padStart(4, '0');
  const fraction = digits.slice(-3).replace(/0+$/, '');
  return fraction === '' ? digits.slice(0, -3) : `${digits.slice(0, -3)}.${fraction}`;
}
