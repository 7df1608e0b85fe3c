import type { Topic } from '#contracts/topics';
import { idNumberIsWhole } from '#vault/cadre-token';
import type { Files } from './planted-tree';

/** Each check answers what is wrong, one line each; an empty list is a clean house. */
type Findings = readonly string[];

const CODE = /^(apps|libs)\/.*\.tsx?$/;
const TEST = /\.(int-|e2e-)?(spec|test)\.tsx?$|^libs\/testing\//;
const LONGEST = 200;

const pathsOf = (files: Files): readonly string[] => Object.keys(files);
const matches = (text: string, pattern: RegExp): readonly string[] => [...text.matchAll(pattern)].map(([whole]) => whole);

/** Lines that are neither blank nor comment. */
export function codeLines(text: string): number {
  let inComment = false;
  let count = 0;
  for (const line of text.split('\n').map((raw) => raw.trim())) {
    const opens = line.startsWith('/*');
    if (!inComment && !opens && line !== '' && !line.startsWith('//')) count += 1;
    if (opens || inComment) inComment = !line.includes('*/');
  }
  return count;
}

export function longFiles(files: Files): Findings {
  return Object.entries(files)
    .filter(([path, text]) => CODE.test(path) && !TEST.test(path) && codeLines(text) > LONGEST)
    .map(([path, text]) => `${path} has ${codeLines(text)} code lines`);
}

export const appsIn = (files: Files): readonly string[] => [
  ...new Set(pathsOf(files).flatMap((path) => /^apps\/([^/]+)\//.exec(path)?.[1] ?? [])),
];

export function incompleteApps(files: Files): Findings {
  return appsIn(files).flatMap((app) => [
    ...(files[`apps/${app}/README.md`] === undefined ? [`apps/${app} has no README.md`] : []),
    ...(['ts', 'tsx'].some((ending) => files[`apps/${app}/src/main.${ending}`] !== undefined) ? [] : [`apps/${app} has no src/main.ts`]),
  ]);
}

const NAMELESS = /(^|\/)(utils?|helpers?|common|common-code|misc)\//;
const BARREL = /(^|\/)index\.tsx?$/;

export function namelessFolders(files: Files): Findings {
  return pathsOf(files).filter((path) => /^(apps|libs|test)\//.test(path) && NAMELESS.test(path));
}

export function barrels(files: Files): Findings {
  return pathsOf(files).filter((path) => BARREL.test(path) && path !== 'libs/persistence/src/migrations/index.ts');
}

/**
 * What is missing for a topic: the app that writes it, or a handler in an app that reads it.
 * @param names how code may name a topic: its constant or its function
 */
export function unconnectedTopics(files: Files, topics: readonly Topic[], names: (topic: Topic) => readonly string[]): Findings {
  const apps = new Set(appsIn(files));
  const handles = (app: string, topic: Topic): boolean =>
    Object.entries(files).some(
      ([path, text]) =>
        path.startsWith(`apps/${app}/src/`) &&
        !TEST.test(path) &&
        text.includes('@EventPattern(') &&
        names(topic).some((name) => text.includes(name)),
    );
  return topics.flatMap((topic) => [
    ...(apps.has(topic.writer) ? [] : [`${topic.name} has no writer: apps/${topic.writer} does not exist`]),
    ...topic.readers.filter((reader) => !handles(reader, topic)).map((reader) => `apps/${reader} has no handler of ${topic.name}`),
  ]);
}

/** Integrity hashes are long base64 too, but only in the lock file. */
const LOCK = 'package-lock.json';

const SECRETS = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/g,
  /\bAKIA[0-9A-Z]{16}\b/g,
  /\bgh[pousr]_[A-Za-z0-9]{36}\b/g,
  /\bnpm_[A-Za-z0-9]{36}\b/g,
  /\blq_[A-Za-z0-9]+_[A-Za-z0-9_-]{16,}/g,
  /\b[a-z]+:\/\/[^\s:/@'"`]+:(?!postgres@|password@|secret@)[^\s:/@'"`$]{4,}@/g,
];
/** Exactly 32 bytes: the size of every key in this house. */
const KEY_BYTES = /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{43}=(?![A-Za-z0-9+/=])/g;
const allAlike = (text: string): boolean => new Set(text.replace('=', '')).size === 1;

export function secrets(files: Files): Findings {
  return Object.entries(files)
    .filter(([path]) => path !== LOCK)
    .flatMap(([path, text]) => [
      ...SECRETS.flatMap((pattern) => matches(text, pattern)).map(() => `${path} holds what looks like a secret`),
      ...matches(text, KEY_BYTES)
        .filter((found) => !allAlike(found))
        .map(() => `${path} holds what looks like a key`),
    ]);
}

const REGION_OF_NOBODY = '999999';
const ID_NUMBER = /(?<!\d)\d{6}(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dX](?![\dA-Za-z])/g;

/** ID numbers with a right check digit and a region that exists: perhaps somebody's. */
export function idNumbers(files: Files): Findings {
  return Object.entries(files).flatMap(([path, text]) =>
    matches(text, ID_NUMBER)
      .filter((number) => idNumberIsWhole(number) && !number.startsWith(REGION_OF_NOBODY))
      .map(() => `${path} holds an ID number that somebody may have`),
  );
}

const MACHINE_PATH = /(?<![\w.$~}/-])(\/(work|root|tmp|home\/\w+|Users\/\w+)\/\w|[A-Z]:\\Users\\)/g;

export function machinePaths(files: Files): Findings {
  return Object.entries(files).flatMap(([path, text]) =>
    matches(text, MACHINE_PATH).map((found) => `${path} names a path of one machine: ${found}…`),
  );
}

const REGISTRY =
  /\b(registry\.npmjs\.org|registry\.npmmirror\.com|repo1?\.maven\.(apache\.)?org|proxy\.golang\.org|pypi\.org|files\.pythonhosted\.org|[\w-]+\.pkg\.github\.com)\b|https?:\/\/[\w.-]*(artifactory|nexus)/g;

export function registryHosts(files: Files): Findings {
  return Object.entries(files).flatMap(([path, text]) =>
    [...new Set(matches(text, REGISTRY))].map((host) => `${path} names the registry ${host}`),
  );
}

const READS_FOR_PEOPLE = /^(libs\/persistence\/src\/queries|apps\/console-api\/src)\//;

/** What people are answered from is read as they may see it, never as the owner of everything. */
export function readAsOwner(files: Files): Findings {
  return Object.entries(files)
    .filter(([path, text]) => READS_FOR_PEOPLE.test(path) && !TEST.test(path) && /\bdatabase\s*\.(query|transaction)\b/.test(text))
    .map(([path]) => `${path} reads as the owner of the tables`);
}

/** Each port is an abstract class. */
export const portsIn = (files: Files): readonly string[] =>
  Object.entries(files)
    .filter(([path]) => CODE.test(path) && !TEST.test(path))
    .flatMap(([, text]) => [...text.matchAll(/^export abstract class (\w+)/gm)].flatMap(([, name]) => name ?? []));

/** Words without an entry: a row of a table whose first cells hold the word in backticks. */
export function unexplainedWords(glossary: string, words: readonly string[]): Findings {
  const rows = glossary.split('\n').filter((line) => line.startsWith('|'));
  return words.filter((word) => !rows.some((row) => row.includes(`\`${word}\``))).map((word) => `the glossary does not explain ${word}`);
}

/** Words whose row does not name them in Chinese. */
export function untranslatedWords(glossary: string, labels: Readonly<Record<string, string>>): Findings {
  const rows = glossary.split('\n').filter((line) => line.startsWith('|'));
  return Object.entries(labels)
    .filter(([word, label]) => !rows.some((row) => row.includes(`\`${word}\``) && row.includes(label)))
    .map(([word, label]) => `the glossary does not say that ${word} is ${label}`);
}

const ROW = /^\| *(\d+) *\| *([^|]+?) *\|/gm;
const STORY_STEP = /\bit\((['"`])(\d+)\. (.*?)\1,/g;
const plain = (text: string): string => text.replaceAll('`', '');

/** The README tells one event in numbered rows; the story's tests have the same steps in the same words. */
export function stepsToldOtherwise(readme: string, story: string): Findings {
  const told = [...readme.matchAll(ROW)].map(([, number = '', words = '']) => `${number}. ${plain(words)}`);
  const proven = [...story.matchAll(STORY_STEP)].map(([, , number = '', words = '']) => `${number}. ${words}`);
  return [
    ...told.filter((step) => !proven.includes(step)).map((step) => `told and not proven: ${step}`),
    ...proven.filter((step) => !told.includes(step)).map((step) => `proven and not told: ${step}`),
  ];
}

/** Those of the bench pass between our own scripts. */
const VARIABLE = /\bLIUQU_(?!BENCH_)[A-Z_]*[A-Z]\b/g;

/** Variables that code reads and the operator is not told of; those of a configuration also want a line in the example. */
export function untoldVariables(files: Files): Findings {
  const told = (files['docs/operations.md'] ?? '') + (files['docs/testing.md'] ?? '');
  const example = files['.env.example'] ?? '';
  const read = Object.entries(files).filter(([path]) => /^(apps|libs|deploy)\/.*\.(ts|mjs)$/.test(path) && !TEST.test(path));
  const named = (ofPath: RegExp): readonly string[] => [
    ...new Set(read.filter(([path]) => ofPath.test(path)).flatMap(([, text]) => matches(text, VARIABLE))),
  ];
  return [
    ...named(/./)
      .filter((name) => !told.includes(`\`${name}\``))
      .map((name) => `neither docs/operations.md nor docs/testing.md tells of ${name}`),
    ...named(/\.config\.ts$/)
      .filter((name) => !new RegExp(`^#? ?${name}=`, 'm').test(example))
      .map((name) => `.env.example has no ${name}`),
  ];
}
