// Jest for the whole repository: native ESM, TypeScript through SWC, one project for each kind of test.
const transform = {
  '^.+\\.tsx?$': [
    '@swc/jest',
    {
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
      },
      module: { type: 'es6' },
    },
  ],
}

const common = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform,
  moduleNameMapper: {
    '\\.(css|scss)$': '<rootDir>/tests/support/style-stub.mjs',
    '^@payload-config$': '<rootDir>/cms/src/payload.config.ts',
  },
  modulePathIgnorePatterns: ['<rootDir>/.data', '/dist/', '/\\.next/'],
}

const project = (displayName, testMatch, more = {}) => ({
  ...common,
  displayName,
  rootDir: import.meta.dirname,
  testMatch: testMatch.map((glob) => `<rootDir>/${glob}`),
  ...more,
})

/**
 * Of tests/integration: what measures the processor's time, or how many processes a sandbox may have; the kernel counts them
 * for all sandboxes of the same user number together.
 */
const ALONE = ['guided-runner', 'service-builds', 'service-defects']

const sameCases = { setupFiles: ['<rootDir>/tests/support/same-cases.mjs'] }
const databases = { globalSetup: '<rootDir>/tests/support/cluster-setup.mjs' }

export default {
  projects: [
    // Two files at a time, so nothing here may depend on how fast it runs.
    project(
      'unit',
      [
        'scripts/**/*.test.ts',
        'terminal-service/**/*.test.ts',
        'plugins/**/*.test.ts',
        'plugins/**/*.test.tsx',
        'cms/**/*.test.ts',
        'cms/**/*.test.tsx',
        'frontend/**/*.test.ts',
        'frontend/**/*.test.tsx',
        'seed/!(src)/**/*.test.ts',
        'seed/src/!(projects).test.ts',
        'seed/src/*/**/*.test.ts',
        'tests/bench/**/*.test.ts',
      ],
      sameCases,
    ),
    project('security', ['tests/security/**/*.test.ts'], sameCases),
    // A CMS and a database of its own for each file, two files at a time.
    project('cms', ['tests/integration/cms-*.test.ts'], databases),
    // Real sandboxes and programs, which wait most of the time: two files at a time.
    project('integration', ['tests/integration/!(cms-)*.test.ts', 'seed/src/projects.test.ts'], {
      ...databases,
      testPathIgnorePatterns: ALONE.map((name) => `/tests/integration/${name}\\.test\\.ts$`),
    }),
    project(
      'alone',
      ALONE.map((name) => `tests/integration/${name}.test.ts`),
    ),
    project('e2e', ['tests/e2e/**/*.test.ts'], {
      globalSetup: '<rootDir>/tests/support/e2e-setup.mjs',
      globalTeardown: '<rootDir>/tests/support/e2e-teardown.mjs',
    }),
  ],
  testTimeout: 60_000,
}
