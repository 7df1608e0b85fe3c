import { parseEnv } from 'node:util';
import { CHANNEL_LABELS, DISPOSITION_LABELS, LEVEL_LABELS } from '#contracts/console/catalogue';
import { loadConfig } from '#platform/config/load-config';
import { STATUSES } from '#contracts/signals/common';
import { ROLES } from '#access/principals';
import * as contracts from '#contracts/topics';
import { consoleApiConfig } from '../../apps/console-api/src/console-api.config';
import * as house from './house-checks';
import type { Files } from './planted-tree';
import { repositoryFiles } from './repository-files';

const namesOf = (topic: contracts.Topic): readonly string[] => [
  ...Object.entries(contracts).flatMap(([name, value]) => (value === topic.name ? [name] : [])),
  ...(topic.name.startsWith('channel.') ? ['channelTopic'] : []),
];

const lines = (count: number): string => 'export const x = 1;\n'.repeat(count);
const keyBytes = Buffer.from(Array.from({ length: 32 }, (_, at) => at * 7)).toString('base64');
const topic = {
  name: 'risk.plans.v1',
  key: 'subject',
  writer: 'risk-planner',
  readers: ['plan-reader'],
  retention: 1,
  partitions: 1,
} as const;

/** One row per check: a tree with one violation, and the same tree mended. */
const PLANTED: readonly (readonly [promise: string, check: (files: Files) => readonly string[], broken: Files, mended: Files])[] = [
  [
    'no file is longer than 200 code lines',
    house.longFiles,
    { 'libs/x/src/long.ts': lines(201) },
    { 'libs/x/src/long.ts': `/** why\n * and how\n */\n// and more\n\n${lines(200)}`, 'libs/x/src/long.spec.ts': lines(300) },
  ],
  ['each app says what it is', house.incompleteApps, { 'apps/a/src/main.ts': '' }, { 'apps/a/src/main.ts': '', 'apps/a/README.md': '# a' }],
  ['each app has an entry', house.incompleteApps, { 'apps/a/README.md': '' }, { 'apps/a/src/main.tsx': '', 'apps/a/README.md': '# a' }],
  ['folders say what is in them', house.namelessFolders, { 'libs/x/src/utils/a.ts': '' }, { 'libs/x/src/calendar/a.ts': '' }],
  ['there are no barrels', house.barrels, { 'libs/x/src/index.ts': '' }, { 'libs/persistence/src/migrations/index.ts': '' }],
  [
    'each topic has its writer',
    (files) => house.unconnectedTopics(files, [{ ...topic, readers: [] }], () => []),
    { 'apps/other/src/main.ts': '' },
    { 'apps/risk-planner/src/main.ts': '' },
  ],
  [
    'each reader of a topic handles it',
    (files) => house.unconnectedTopics(files, [topic], () => ['RISK_PLANS']),
    {
      'apps/risk-planner/src/main.ts': '',
      'apps/plan-reader/src/a.ts': 'const names = [RISK_PLANS];',
      'apps/plan-reader/src/a.spec.ts': '@EventPattern({ topic: RISK_PLANS })',
    },
    { 'apps/risk-planner/src/main.ts': '', 'apps/plan-reader/src/a.ts': '@EventPattern({ topic: RISK_PLANS })' },
  ],
  [
    'no secret is in the repository',
    house.secrets,
    { 'deploy/a.mjs': ['-----BEGIN', 'PRIVATE KEY-----'].join(' ') },
    { 'deploy/a.mjs': '-----BEGIN CERTIFICATE-----', '.env.example': `KEY=${'A'.repeat(43)}=` },
  ],
  [
    'no agency key is in the repository',
    house.secrets,
    { 'docs/a.md': `lq_17_${'abc1'.repeat(6)}` },
    { 'docs/a.md': 'lq_<keyId>_<secret>' },
  ],
  [
    'no password is in an address',
    house.secrets,
    { 'a.ts': `postgres://me:${'k3w9'.repeat(3)}@host/x` },
    { 'a.ts': 'postgres://me:${password}@host/x' },
  ],
  ['no key is in the repository', house.secrets, { '.env.example': `KEY=${keyBytes}` }, { 'package-lock.json': `KEY=${keyBytes}` }],
  [
    'no ID number is somebody’s',
    house.idNumbers,
    { 'a.spec.ts': ['110101', '19900307', '7758'].join('') },
    { 'a.spec.ts': '999999197001011230' },
  ],
  [
    'no path belongs to one machine',
    house.machinePaths,
    { 'a.ts': ['', 'home', 'me', 'x'].join('/') },
    { 'a.ts': "'/api/v1/home/me/x' './tmp/x'" },
  ],
  [
    'no registry host is written down',
    house.registryHosts,
    { 'package-lock.json': ['https://registry', 'npmjs', 'org/x'].join('.') },
    { 'package-lock.json': '"version": "1.0.0"' },
  ],
  [
    'the glossary explains every word',
    (files) => house.unexplainedWords(files['docs/glossary.md'] ?? '', house.portsIn(files)),
    { 'docs/glossary.md': '| `EventLog` | 日志 |', 'libs/x/src/a.ts': 'export abstract class EventLog {}\nexport abstract class Clock {}' },
    { 'docs/glossary.md': '| `EventLog` | 日志 |', 'libs/x/src/a.ts': 'export abstract class EventLog {}' },
  ],
  [
    'the glossary has the Chinese word too',
    (files) => house.untranslatedWords(files['docs/glossary.md'] ?? '', { watch: '关注' }),
    { 'docs/glossary.md': '| `watch` | 函询 |' },
    { 'docs/glossary.md': '| `watch` | 关注 |' },
  ],
  [
    'what people are answered from is read as they may see it',
    house.readAsOwner,
    { 'libs/persistence/src/queries/a-queries.ts': 'return this.database.query<Row>(sql)' },
    {
      'libs/persistence/src/queries/a-queries.ts': 'return this.database.readAs(scope, read)',
      'libs/jobs/src/a.ts': 'database.query(sql)',
    },
  ],
  [
    'the README tells the story in the words of its test',
    (files) => house.stepsToldOtherwise(files['README.md'] ?? '', files['story.ts'] ?? ''),
    { 'README.md': '| 1 | one thing | a |\n| 2 | `another` | b |', 'story.ts': "it('1. one thing', () => {});" },
    {
      'README.md': '| 1 | one thing | a |\n| 2 | `another` | b |',
      'story.ts': 'it(\'1. one thing\', () => {});\nit("2. another", async () => {});',
    },
  ],
  [
    'operators are told of each variable',
    house.untoldVariables,
    { 'deploy/a.mjs': 'env.LIUQU_SHADE', 'docs/operations.md': 'LIUQU_SHADE is not in a table' },
    { 'deploy/a.mjs': 'env.LIUQU_SHADE', 'docs/operations.md': '| `LIUQU_SHADE` | x |', 'libs/testing/src/a.ts': 'env.LIUQU_TEST' },
  ],
  [
    'each variable of a configuration is in the example',
    house.untoldVariables,
    { 'apps/a/src/a.config.ts': 'LIUQU_SHADE: z.string()', 'docs/operations.md': '`LIUQU_SHADE`', '.env.example': '# about LIUQU_SHADE' },
    { 'apps/a/src/a.config.ts': 'LIUQU_SHADE: z.string()', 'docs/operations.md': '`LIUQU_SHADE`', '.env.example': 'LIUQU_SHADE=7' },
  ],
];

describe('a planted violation', () => {
  it.each(PLANTED)('proves that the check sees when it is broken: %s', (_, check, broken, mended) => {
    expect(check(broken)).toHaveLength(1);
    expect(check(mended)).toEqual([]);
  });
});

describe('the house', () => {
  const files = repositoryFiles();
  const glossary = files['docs/glossary.md'] ?? '';

  it('has no file longer than 200 code lines', () => expect(house.longFiles(files)).toEqual([]));
  it('has a README and an entry in each app', () => expect(house.incompleteApps(files)).toEqual([]));
  it('has no folder named for nothing', () => expect(house.namelessFolders(files)).toEqual([]));
  it('has no barrels', () => expect(house.barrels(files)).toEqual([]));
  it('has a writer and the handlers of each topic', () => expect(house.unconnectedTopics(files, contracts.TOPICS, namesOf)).toEqual([]));
  it('holds no secret', () => expect(house.secrets(files)).toEqual([]));
  it('holds no ID number that somebody may have', () => expect(house.idNumbers(files)).toEqual([]));
  it('names no path of one machine', () => expect(house.machinePaths(files)).toEqual([]));
  it('reads what people are answered from as they may see it', () => expect(house.readAsOwner(files)).toEqual([]));
  it('names no registry host', () => expect(house.registryHosts(files)).toEqual([]));

  it('tells one event in the README in the words of the story that proves it', () => {
    expect(house.stepsToldOtherwise(files['README.md'] ?? '', files['test/e2e/follow-one-event.e2e-spec.ts'] ?? '')).toEqual([]);
  });

  it('tells operators of each variable, with an example that can be used', () => {
    expect(house.untoldVariables(files)).toEqual([]);
    expect(() => loadConfig(consoleApiConfig, parseEnv(files['.env.example'] ?? ''))).not.toThrow();
  });

  it('explains its words in the glossary', () => {
    const labels = { ...CHANNEL_LABELS, ...LEVEL_LABELS, ...DISPOSITION_LABELS };
    const words = [...house.appsIn(files), ...contracts.TOPICS.map(({ name }) => name), ...house.portsIn(files)];
    expect(house.unexplainedWords(glossary, [...words, ...Object.keys(labels), ...STATUSES, ...ROLES])).toEqual([]);
    expect(house.untranslatedWords(glossary, labels)).toEqual([]);
  });
});
