import { labelWord } from '../../points/label-word';
import { exactPoints } from '../../parts/points';
import { fill } from '../../parts/fill';
import { textsOf } from '../../texts/texts';

const texts = textsOf('schemes');

type Fields = Readonly<Record<string, unknown>>;
const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {});
const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What a window, mark, item, consequence or threshold is called: by its label, else by its key. */
export function nameOfMember(member: unknown): string {
  const { label, key } = fieldsOf(member);
  const { zh, en } = fieldsOf(label);
  const word = labelWord({ zh: textIn(zh), ...(textIn(en) === '' ? {} : { en: textIn(en) }) });
  return word === '' ? textIn(key) : word;
}

/** The value and the word of each member of a list that something may name. */
export function choicesAmong(list: readonly unknown[]): readonly { readonly value: string; readonly label: string }[] {
  return list.map((member) => ({ value: textIn(fieldsOf(member)['key']), label: nameOfMember(member) })).filter(({ value }) => value !== '');
}

/** An item in one line. */
export function itemLine(item: unknown): string {
  const { points } = fieldsOf(item);
  return typeof points === 'number' ? fill(texts.itemLine, { item: nameOfMember(item), points: exactPoints(points) }) : nameOfMember(item);
}

/** A key that nothing in the list has yet: a scheme is complete without anybody thinking of keys. */
export function freshKey(word: string, list: readonly unknown[]): string {
  const taken = new Set(list.map((member) => fieldsOf(member)['key']));
  let number = list.length + 1;
  while (taken.has(`${word}-${number}`)) number += 1;
  return `${word}-${number}`;
}

/** The values of a choice with their words, in the order in which they are offered. */
export const optionsOf = <Value extends string>(words: Readonly<Record<Value, string>>): { readonly value: Value; readonly label: string }[] =>
  (Object.keys(words) as Value[]).map((value) => ({ value, label: words[value] }));
