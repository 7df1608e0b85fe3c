import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Files, plantTree, removeTree, REPOSITORY } from './planted-tree';

const CONFIG = join(REPOSITORY, '.dependency-cruiser.cjs');
const { forbidden } = require(CONFIG) as { readonly forbidden: readonly { readonly name: string }[] };

const read = (file: string): string => readFileSync(join(REPOSITORY, file), 'utf8');
const { imports } = JSON.parse(read('package.json')) as { readonly imports: unknown };

const fakePackage = (name: string): Files => ({
  [`node_modules/${name}/package.json`]: JSON.stringify({ name, main: 'index.js' }),
  [`node_modules/${name}/index.js`]: 'exports.x = 1;\n',
});

const PACKAGES = [
  'zod',
  'kafkajs',
  'bullmq',
  'ioredis',
  'typeorm',
  'pg',
  'openid-client',
  '@nestjs/bullmq',
  '@nestjs/typeorm',
  '@nestjs/common',
];

const GROUND: Files = {
  'package.json': JSON.stringify({ name: 'planted', imports }),
  'tsconfig.json': read('tsconfig.json'),
  ...Object.assign({}, ...PACKAGES.map(fakePackage)),
};

/** Each names the modules that it imports, one line each. */
const importing = (...modules: string[]): string => modules.map((module) => `export * from '${module}';\n`).join('');

const LEAVES: Files = Object.fromEntries(
  [
    'libs/domain/src/risk/level.ts',
    'libs/domain/src/inquiry/inquiry-store.ts',
    'libs/contracts/src/topics.ts',
    'libs/messaging/src/event-log.ts',
    'libs/persistence/src/transaction.ts',
    'libs/persistence/src/cadre-queries.ts',
    'libs/persistence/src/inquiry-store.ts',
    'libs/jobs/src/job-queue.ts',
    'libs/access/src/principals.ts',
    'libs/vault/src/sealer.ts',
    'libs/documents/src/letter.ts',
    'libs/platform/src/clock.ts',
    'libs/testing/src/builders.ts',
    'apps/risk-projector/src/risk-projector.module.ts',
    'apps/risk-projector/src/fold/fold.handler.ts',
    'apps/risk-projector/src/project-signals/announcements.ts',
  ].map((path) => [path, 'export const x = 1;\n']),
);

/** Everything that is allowed and looks like what is not. */
const ALLOWED: Files = {
  'libs/domain/src/risk/reading.ts': importing('#domain/risk/level'),
  'libs/domain/src/risk/reading.spec.ts': importing('#domain/risk/reading', '#testing/builders', 'node:fs'),
  'libs/contracts/src/signal.ts': importing('zod', '#contracts/topics'),
  'libs/messaging/src/codec.ts': importing('#messaging/event-log', '#contracts/topics', '#platform/clock'),
  'libs/messaging/src/kafka/kafka-event-log.ts': importing('kafkajs', '#messaging/event-log'),
  'libs/messaging/src/postgres/postgres-event-log.ts': importing('pg', '#persistence/transaction'),
  'libs/persistence/src/database.ts': importing('typeorm', '@nestjs/typeorm', 'pg', '#domain/risk/level', '#contracts/topics'),
  'libs/jobs/src/bullmq/bullmq-job-queue.ts': importing('bullmq', '@nestjs/bullmq', 'ioredis', '#jobs/job-queue'),
  'libs/vault/src/postgres/postgres-vault.ts': importing('#persistence/transaction', '#vault/sealer'),
  'libs/access/src/oidc/oidc-identity-provider.ts': importing('openid-client', '#access/principals'),
  'libs/access/src/sign-in.ts': importing('#platform/clock', '#access/principals'),
  'libs/documents/src/list.ts': importing('../../domain/src/risk/level'),
  'libs/assembly/src/stack.module.ts': importing(
    '#messaging/kafka/kafka-event-log',
    '#persistence/database',
    '#jobs/bullmq/bullmq-job-queue',
  ),
  'libs/testing/src/suite.ts': importing('#assembly/stack.module', '#domain/risk/level', 'pg', 'kafkajs'),
  'apps/risk-projector/src/main.ts': importing('#assembly/stack.module', './risk-projector.module'),
  'apps/risk-projector/src/risk-projector.config.ts': importing('#assembly/stack.module'),
  'apps/cli/src/doctor/doctor.command.ts': importing('#assembly/stack.module', './look'),
  'apps/cli/src/doctor/look.ts': importing('#messaging/event-log'),
  'apps/risk-projector/src/fold/fold.spec.ts': importing('#testing/builders', './fold.handler'),
  'apps/risk-projector/src/project-signals/project.ts': importing('./announcements'),
  'apps/risk-projector/src/follow-log/follow.spec.ts': importing('../project-signals/project'),
  'apps/ingest-gateway/src/limit-rate/limit.ts': importing('ioredis'),
  'apps/all-in-one/src/all-in-one.module.ts': importing('../../risk-projector/src/risk-projector.module'),
  'apps/console-api/src/list-cadres/list-cadres.handler.ts': importing('#persistence/cadre-queries', '#domain/risk/level'),
  'test/e2e/story.e2e-spec.ts': importing('#testing/builders', '#assembly/stack.module', 'pg'),
};

/** One row per rule: what is planted to make it fire, and nothing else fires there. */
const VIOLATIONS: readonly (readonly [rule: string, planted: Files])[] = [
  [
    'domain-imports-nothing',
    {
      'libs/domain/src/reads-files.ts': importing('node:fs'),
      'libs/domain/src/checks-shapes.ts': importing('zod'),
      'libs/domain/src/knows-topics.ts': importing('#contracts/topics'),
    },
  ],
  ['contracts-import-only-zod', { 'libs/contracts/src/knows-levels.ts': importing('#domain/risk/level') }],
  ['platform-imports-no-other-lib', { 'libs/platform/src/knows-topics.ts': importing('#contracts/topics') }],
  ['messaging-does-not-know-domain', { 'libs/messaging/src/knows-levels.ts': importing('#domain/risk/level') }],
  ['persistence-knows-no-other-adapter', { 'libs/persistence/src/sends.ts': importing('#messaging/event-log') }],
  ['small-libs-know-only-platform', { 'libs/access/src/opens-seals.ts': importing('#vault/sealer') }],
  ['only-postgres-folders-see-transaction', { 'libs/vault/src/writes-rows.ts': importing('#persistence/transaction') }],
  ['documents-know-only-domain', { 'libs/documents/src/opens-seals.ts': importing('../../vault/src/sealer') }],
  ['assembly-knows-no-rules', { 'libs/assembly/src/knows-levels.ts': importing('#domain/risk/level') }],
  [
    'only-a-process-sees-assembly',
    {
      'apps/risk-projector/src/fold/connects.handler.ts': importing('#assembly/stack.module'),
      'apps/risk-projector/src/fold/fold.command.ts': importing('#assembly/stack.module'),
      'apps/cli/src/doctor/connects.ts': importing('#assembly/stack.module'),
      'libs/persistence/src/connects.ts': importing('#assembly/stack.module'),
    },
  ],
  [
    'a-rebuild-announces-nothing',
    {
      'apps/risk-projector/src/fill-slot/tells.ts': importing('../project-signals/announcements'),
      'apps/risk-projector/src/follow-log/takes.ts': importing('../project-signals/project'),
    },
  ],
  ['libs-never-import-apps', { 'libs/persistence/src/folds.ts': importing('../../../apps/risk-projector/src/fold/fold.handler') }],
  ['apps-never-import-each-other', { 'apps/signal-resolver/src/folds.ts': importing('../../risk-projector/src/fold/fold.handler') }],
  ['all-in-one-imports-only-root-modules', { 'apps/all-in-one/src/folds.ts': importing('../../risk-projector/src/fold/fold.handler') }],
  [
    'console-api-only-reads',
    {
      'apps/console-api/src/changes-rows.ts': importing('#persistence/inquiry-store'),
      'apps/console-api/src/changes-inquiries.ts': importing('#domain/inquiry/inquiry-store'),
    },
  ],
  ['console-api-asks-persistence-only', { 'apps/console-api/src/reads-the-log.ts': importing('#messaging/postgres/postgres-event-log') }],
  ['test-helpers-stay-in-tests', { 'apps/console-api/src/builds-samples.ts': importing('#testing/builders') }],
  [
    'no-cycles',
    {
      'libs/domain/src/risk/first.ts': importing('#domain/risk/second'),
      'libs/domain/src/risk/second.ts': importing('./first'),
    },
  ],
  ['no-unresolved', { 'apps/console-api/src/imports-what-is-not-there.ts': importing('#persistence/not-there') }],
  ['kafkajs-behind-messaging', { 'libs/messaging/src/postgres/sends-to-kafka.ts': importing('kafkajs') }],
  [
    'bullmq-behind-jobs',
    {
      'apps/inquiry-workflow/src/schedules.ts': importing('bullmq'),
      'apps/inquiry-workflow/src/schedules-through-nest.ts': importing('@nestjs/bullmq'),
    },
  ],
  ['openid-client-behind-access', { 'apps/console-api/src/asks-the-provider.ts': importing('openid-client') }],
  ['ioredis-behind-jobs', { 'apps/ingest-gateway/src/remembers.ts': importing('ioredis') }],
  [
    'typeorm-behind-postgres',
    {
      'apps/risk-projector/src/writes-rows.ts': importing('typeorm'),
      'libs/messaging/src/kafka/writes-rows.ts': importing('@nestjs/typeorm'),
    },
  ],
  ['pg-behind-postgres', { 'apps/risk-projector/src/asks-the-database.ts': importing('pg') }],
];

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
  /** The members of a cycle, which is reported once. */
  readonly cycle?: readonly { readonly name: string }[];
}

const filesOf = ({ from, cycle }: Violation): readonly string[] => cycle?.map(({ name }) => name) ?? [from];

function cruise(files: Files): readonly Violation[] {
  const folder = plantTree({ ...GROUND, ...LEAVES, ...files });
  try {
    const bin = join(REPOSITORY, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
    const args = [bin, '--config', CONFIG, '--output-type', 'json', 'apps', 'libs', 'test'];
    const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', timeout: 60_000, maxBuffer: 2 ** 26 });
    if (!stdout) throw new Error(stderr);
    return (JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary.violations;
  } finally {
    removeTree(folder);
  }
}

describe('the boundaries between apps, libs and packages', () => {
  let found: readonly Violation[] = [];
  beforeAll(() => {
    found = cruise(Object.assign({}, ALLOWED, ...VIOLATIONS.map(([, planted]) => planted)) as Files);
  });

  it('let a tree pass that keeps them', () => {
    expect(cruise(ALLOWED)).toEqual([]);
  });

  it.each(VIOLATIONS)('%s fires on each of its planted violations, alone', (rule, planted) => {
    for (const file of Object.keys(planted)) {
      expect({ file, rules: found.filter((violation) => filesOf(violation).includes(file)).map(({ rule: { name } }) => name) }).toEqual({
        file,
        rules: [rule],
      });
    }
  });

  it('fire nowhere else', () => {
    const planted = new Set(VIOLATIONS.flatMap(([, files]) => Object.keys(files)));
    expect(found.filter((violation) => !filesOf(violation).every((file) => planted.has(file)))).toEqual([]);
  });

  it('each have a planted violation', () => {
    expect(VIOLATIONS.map(([rule]) => rule).toSorted()).toEqual(forbidden.map(({ name }) => name).toSorted());
  });
});
