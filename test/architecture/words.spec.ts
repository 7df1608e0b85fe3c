import { PURPOSES } from '#access/purposes';
import { NOT_A_FINDING } from '#contracts/console/cadres';
import { OWN_VIEW_IS_NO_DECISION } from '#contracts/console/own-view';
import { POINTS_FOLLOW_A_RULE } from '#contracts/console/points';
import { CHANNEL_LABELS, DISPOSITION_LABELS, LEVEL_LABELS } from '#contracts/console/catalogue';
import { CADRE_CATEGORIES } from '#contracts/registry/cadre-categories';
import { CATALOGUE } from '#contracts/signals/catalogue';
import type { Files } from './planted-tree';
import { repositoryFiles } from './repository-files';

const ENGLISH = 'apps/web-console/src/texts/en-US/served.json';

type Words = Readonly<Record<string, string>>;
type Served = Readonly<
  Record<
    'channels' | 'levels' | 'dispositions' | 'categories' | 'signals' | 'fields' | 'emitters' | 'purposes' | 'problems' | 'sentences',
    Words
  >
>;

const SERVER = /^(apps\/(?!web-console\/|ingest-gateway\/)|libs\/(access|platform)\/).*\.ts$/;
const TEST = /\.(int-|e2e-)?spec\.ts$/;
/** `new Problem(404, 'code', …)`, or a row of a table of sentences by code. */
const CODE =
  /new Problem\(\s*\d+,\s*'([a-z-]+)'|(?:^|\s)'([a-z]+(?:-[a-z]+)+)': '\p{Script=Han}[^']*。'|\d{3}: \['([a-z-]+)', '\p{Script=Han}/gu;

/** Codes of the problems that a page of the console may be told; the door of the agencies is not among its servers. */
function problemCodes(files: Files): readonly string[] {
  const sources = Object.entries(files).filter(([path]) => SERVER.test(path) && !TEST.test(path));
  return [...new Set(sources.flatMap(([, text]) => [...text.matchAll(CODE)].map(([, a, b, c]) => a ?? b ?? c ?? '')))].sort();
}

const without = (keys: readonly string[], words: Words): readonly string[] => keys.filter((key) => (words[key] ?? '') === '');
/** Words for what nobody says any more. */
const left = (keys: readonly string[], words: Words): readonly string[] => Object.keys(words).filter((key) => !keys.includes(key));

describe('the English words of the console for what the server says', () => {
  const files = repositoryFiles();
  const served = JSON.parse(files[ENGLISH] ?? '{}') as Served;

  it.each([
    ['channels', Object.keys(CHANNEL_LABELS)],
    ['levels', Object.keys(LEVEL_LABELS)],
    ['dispositions', Object.keys(DISPOSITION_LABELS)],
    ['categories', CADRE_CATEGORIES],
    ['signals', CATALOGUE.map(({ code }) => code)],
    ['fields', CATALOGUE.flatMap(({ fields }) => Object.values(fields).map(({ label }) => label))],
    ['emitters', CATALOGUE.map(({ emitter }) => emitter)],
    ['purposes', PURPOSES.map(({ code }) => code)],
    ['problems', problemCodes(files)],
    ['sentences', [NOT_A_FINDING, OWN_VIEW_IS_NO_DECISION, POINTS_FOLLOW_A_RULE]],
  ] as const)('has all of its %s, and no other', (kind, keys) => {
    expect(without(keys, served[kind])).toEqual([]);
    expect(left(keys, served[kind])).toEqual([]);
  });

  it('misses a word, and finds one too many', () => {
    expect(without(['self', 'team'], { self: 'Self' })).toEqual(['team']);
    expect(left(['self'], { self: 'Self', gone: 'Gone' })).toEqual(['gone']);
  });

  it('sees the code of a problem in a service, a table of rules and the table of statuses, not at the door of the agencies', () => {
    const planted = {
      'apps/console-api/src/a.ts': "throw new Problem(\n  404,\n  'cadre-lost', '没有。');",
      'apps/inquiry-workflow/src/b.ts': "const D = {\n  'rule-broken': '不行。',\n};",
      'libs/platform/src/c.ts': "const C = { 413: ['too-long', '太长。'] };",
      'apps/ingest-gateway/src/d.ts': "throw new Problem(400, 'of-the-door', '不行。');",
    };
    expect(problemCodes(planted)).toEqual(['cadre-lost', 'rule-broken', 'too-long']);
  });
});

/** A literal that is a Chinese sentence: it begins with neither a letter nor a digit, as rows of codes and English sentences do. */
const LITERAL = /'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`|"((?:[^"\\\n]|\\.)*)"/g;
const COMMENT = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm;
const HALF_WIDTH = /[\p{Script=Han}》」』〕）”][,;:]|[,;:]\s?[\p{Script=Han}《「『〔（“]/u;
const SPOKEN = /^(apps|libs)\/(?!testing\/).*(?<!spec|test)\.tsx?$|^apps\/web-console\/src\/texts\/zh-CN\/.*\.json$/;

/** Chinese sentences of the product with a comma, colon or semicolon of half width. */
function halfWidth(files: Files): readonly string[] {
  return Object.entries(files)
    .filter(([path]) => SPOKEN.test(path))
    .flatMap(([path, text]) =>
      [...text.replace(COMMENT, '').matchAll(LITERAL)]
        .map(([, a, b, c]) => a ?? b ?? c ?? '')
        .filter((literal) => !/^[A-Za-z0-9]/.test(literal) && HALF_WIDTH.test(literal.replace(/\$\{[^}]*\}/g, '')))
        .map((literal) => `${path}: ${literal}`),
    );
}

describe('Chinese sentences', () => {
  it('are written with full-width commas, colons and semicolons', () => {
    expect(halfWidth(repositoryFiles())).toEqual([]);
  });

  it('are found when they are not, in code and in a catalogue, while rows of codes and comments are let be', () => {
    const planted = {
      'apps/a/src/b.ts': "// 注释,不算\nconst x = ['没有,请核对。', 'U-001,云岭镇,,township', '没有，请核对。'];",
      'apps/web-console/src/texts/zh-CN/c.json': '{ "a": "代码:{code}" }',
      'apps/a/src/b.spec.ts': "'没有,请核对。'",
    };
    expect(halfWidth(planted)).toEqual(['apps/a/src/b.ts: 没有,请核对。', 'apps/web-console/src/texts/zh-CN/c.json: 代码:{code}']);
  });
});
