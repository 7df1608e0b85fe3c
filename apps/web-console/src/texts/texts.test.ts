import { describe, expect, it } from 'vitest';
import { enUS } from './en-US/all';
import type { Texts } from './texts';
import { zhCN } from './zh-CN/all';

type Leaf = readonly [path: string, text: string];

/** What only the English console says for the server, and the words of the components. */
const ONE_SIDED: readonly (keyof Texts)[] = ['served', 'locale'];
const PAGES = (Object.keys(zhCN) as (keyof Texts)[]).filter((page) => !ONE_SIDED.includes(page));

function leavesOf(words: object, path = ''): readonly Leaf[] {
  return Object.entries(words).flatMap(([key, value]): readonly Leaf[] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : leavesOf(value as object, `${path}${key}.`),
  );
}

const placesIn = (text: string): string =>
  [...text.matchAll(/\{\w+\}/g)]
    .map(([place]) => place)
    .sort()
    .join(' ');

/** Places of the charts' own time axis are theirs, not ours. */
const OF_CHARTS = /^axis\./;

/** Where two catalogues do not say the same things: a key of one only, or a place to fill in one only. */
function differences(one: object, other: object): readonly string[] {
  const [left, right] = [new Map(leavesOf(one)), new Map(leavesOf(other))];
  const keys = [...new Set([...left.keys(), ...right.keys()])];
  return keys.filter((key) => {
    const [a, b] = [left.get(key), right.get(key)];
    return a === undefined || b === undefined || (!OF_CHARTS.test(key) && placesIn(a) !== placesIn(b));
  });
}

/** Keys that no file which takes the page's words ever asks for. */
function unusedIn(page: string, words: object, sources: readonly string[]): readonly string[] {
  const readers = sources.filter((source) => source.includes(`textsOf('${page}')`)).join('\n');
  return Object.keys(words).filter((key) => !new RegExp(`\\.${key}\\b|\\['${key}'\\]`).test(readers));
}

const SOURCES = import.meta.glob<string>(['../**/*.ts', '../**/*.tsx', '!../texts/**'], { query: '?raw', import: 'default', eager: true });

describe('the words of the console', () => {
  it.each(PAGES)('%s says the same things in both languages, with the same places to fill', (page) => {
    expect(differences(zhCN[page], enUS[page])).toEqual([]);
  });

  it('finds a key that only one language has, and a place that one language forgets', () => {
    expect(differences({ a: 'x', b: { c: '{n} 天' } }, { b: { c: 'days' }, d: 'y' })).toEqual(['a', 'b.c', 'd']);
  });

  it.each(PAGES)('%s has no word that nobody uses', (page) => {
    expect(unusedIn(page, zhCN[page], Object.values(SOURCES))).toEqual([]);
  });

  it('finds a word that nobody uses', () => {
    expect(unusedIn('cadres', { title: '', forgotten: '' }, ["const texts = textsOf('cadres'); texts.title", 'texts.forgotten'])).toEqual([
      'forgotten',
    ]);
  });

  it('are taken in the chosen language, never from one catalogue', () => {
    const oneSided = (source: string): boolean => /from '[^']*texts\/(zh-CN|en-US)\//.test(source);
    expect(Object.keys(SOURCES).filter((path) => oneSided(SOURCES[path] ?? ''))).toEqual([]);
    expect(oneSided("import texts from '../texts/zh-CN/cadres.json';")).toBe(true);
  });

  it('are English in the English catalogues: Chinese stands there only as a key of what the server says', () => {
    const han = PAGES.flatMap((page) => leavesOf(enUS[page])).concat(leavesOf(enUS.served));
    expect(han.filter(([, text]) => /\p{Script=Han}/u.test(text))).toEqual([]);
  });
});
