/** One project per kind of test: the suffix says what it needs (docs/testing.md). */
const project = (displayName, testRegex, roots) => ({
  displayName,
  roots: roots.map((root) => `<rootDir>/${root}`),
  testRegex,
  transform: { '^.+\\.ts$': '@swc/jest' },
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['repo-source', 'node', 'node-addons'] },
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/apps/web-console/', '<rootDir>/dist/', '<rootDir>/.data/'],
  modulePathIgnorePatterns: ['<rootDir>/apps/web-console/', '<rootDir>/dist/', '<rootDir>/.data/'],
  setupFiles: ['<rootDir>/test/setup/require-node.ts'],
});

module.exports = {
  projects: [
    project('unit', '\\.spec\\.ts$', ['apps', 'libs']),
    project('architecture', '\\.spec\\.ts$', ['test/architecture']),
    project('int', '\\.int-spec\\.ts$', ['apps', 'libs', 'test']),
    project('e2e', '\\.e2e-spec\\.ts$', ['test']),
  ],
  reporters: ['default', '<rootDir>/test/setup/closing-line.cjs'],
  testTimeout: 60_000,
};
