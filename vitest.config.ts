// The test run: every test/**/*.test.ts, offline. Tests that start a command of their own set their own time limits.
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// No module holds state, so test files share the modules that a worker has loaded: half of the run went into loading them anew.

/** Tests that load the neural runtime: a process can load it once only, so each of them needs a process of its own. */
const NATIVE = ['test/read/neural/*.test.ts', 'test/scripts/support/checks.test.ts'];

export default defineConfig({
  test: {
    projects: [
      { extends: true, test: { name: 'shared', include: ['test/**/*.test.ts'], exclude: NATIVE, isolate: false } },
      { extends: true, test: { name: 'native', include: NATIVE, isolate: true } },
    ],
    testTimeout: 10_000,
    hookTimeout: 30_000,
    // Tests wait for commands, browsers and worker threads of their own: two at a time also where there are two cores.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Tests of the neural reader open it themselves; all others answer the same with or without its runtime.
    env: { READER: 'linear' },
  },
});
