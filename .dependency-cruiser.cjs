const spec = '\\.(int-|e2e-)?spec\\.ts$';
const npm = (name) => `(^|/)node_modules/(@nestjs/)?${name}/`;
const only = (name, pkg, owner) => ({
  name,
  severity: 'error',
  comment: `${pkg} stays behind its adapter`,
  from: { pathNot: [owner, '^libs/testing/', '^test/', spec] },
  to: { path: npm(pkg) },
});
module.exports = {
  forbidden: [
    { name: 'domain-imports-nothing', severity: 'error', from: { path: '^libs/domain/', pathNot: spec }, to: { pathNot: '^libs/domain/' } },
    {
      name: 'contracts-import-only-zod',
      severity: 'error',
      from: { path: '^libs/contracts/', pathNot: spec },
      to: { pathNot: ['^libs/contracts/', npm('zod')] },
    },
    {
      name: 'platform-imports-no-other-lib',
      severity: 'error',
      from: { path: '^libs/platform/', pathNot: spec },
      to: { path: '^libs/', pathNot: '^libs/platform/' },
    },
    {
      name: 'messaging-does-not-know-domain',
      severity: 'error',
      from: { path: '^libs/messaging/' },
      to: { path: '^libs/(domain|jobs|access|audit|vault|documents)/' },
    },
    {
      name: 'persistence-knows-no-other-adapter',
      severity: 'error',
      from: { path: '^libs/persistence/' },
      to: { path: '^libs/(messaging|jobs|access|audit|vault|documents)/' },
    },
    {
      name: 'small-libs-know-only-platform',
      severity: 'error',
      from: { path: '^libs/(jobs|access|audit|vault)/', pathNot: spec },
      to: { path: '^libs/', pathNot: '^libs/($1|platform|persistence|testing)/' },
    },
    {
      name: 'only-postgres-folders-see-transaction',
      severity: 'error',
      from: { path: '^libs/(messaging|jobs|access|audit|vault)/src/', pathNot: '^libs/[a-z]+/src/postgres/' },
      to: { path: '^libs/persistence/' },
    },
    {
      name: 'documents-know-only-domain',
      severity: 'error',
      from: { path: '^libs/documents/', pathNot: spec },
      to: { path: '^libs/', pathNot: '^libs/(documents|domain)/' },
    },
    { name: 'assembly-knows-no-rules', severity: 'error', from: { path: '^libs/assembly/', pathNot: spec }, to: { path: '^libs/domain/' } },
    {
      name: 'only-a-process-sees-assembly',
      severity: 'error',
      comment: 'features see ports; adapters are chosen where a process starts',
      from: {
        pathNot: [
          '^libs/assembly/',
          '^apps/[^/]+/src/main\\.ts$',
          '^apps/[^/]+/src/[^/]+\\.config\\.ts$',
          // Each command of the command line is a process of its own.
          '^apps/cli/src/.*\\.command\\.ts$',
          '^libs/testing/',
          '^test/',
          spec,
        ],
      },
      to: { path: '^libs/assembly/' },
    },
    { name: 'libs-never-import-apps', severity: 'error', from: { path: '^libs/' }, to: { path: '^apps/' } },
    {
      name: 'apps-never-import-each-other',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: '^apps/all-in-one/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'all-in-one-imports-only-root-modules',
      severity: 'error',
      from: { path: '^apps/all-in-one/' },
      to: { path: '^apps/', pathNot: ['^apps/all-in-one/', '^apps/([^/]+)/src/\\1\\.module\\.ts$'] },
    },
    {
      name: 'console-api-only-reads',
      severity: 'error',
      from: { path: '^apps/console-api/' },
      to: { path: '^libs/(domain|persistence)/.*-store\\.ts$' },
    },
    {
      name: 'console-api-asks-persistence-only',
      severity: 'error',
      from: { path: '^apps/console-api/', pathNot: spec },
      to: { path: '^libs/[a-z]+/src/postgres/' },
    },
    {
      name: 'test-helpers-stay-in-tests',
      severity: 'error',
      from: { pathNot: ['^libs/testing/', '^test/', spec] },
      to: { path: '^(libs/testing|test)/' },
    },
    {
      name: 'a-rebuild-announces-nothing',
      severity: 'error',
      comment: 'old events made anew send nothing (decision 0020)',
      from: { path: '^apps/risk-projector/src/(fill-slot|follow-log|certify-slot)/', pathNot: spec },
      to: { path: '^apps/risk-projector/src/project-signals/announcements\\.ts$', reachable: true },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    only('kafkajs-behind-messaging', 'kafkajs', '^libs/messaging/src/kafka/'),
    only('bullmq-behind-jobs', 'bullmq', '^libs/jobs/src/bullmq/'),
    only('ioredis-behind-jobs', 'ioredis', '^(libs/jobs/src/bullmq/|apps/ingest-gateway/src/limit-rate/)'),
    only('typeorm-behind-postgres', 'typeorm', '^libs/(persistence/|[a-z]+/src/postgres/)'),
    only('openid-client-behind-access', 'openid-client', '^libs/access/src/oidc/'),
    only('pg-behind-postgres', 'pg', '^libs/(persistence/|[a-z]+/src/postgres/)'),
  ],
  options: {
    exclude: { path: '^apps/web-console/' },
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['repo-source', 'import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.json'],
      mainFields: ['main', 'types'],
    },
  },
};
