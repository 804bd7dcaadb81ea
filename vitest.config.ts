// The test run: every test/**/*.test.ts, offline. Tests that start a command of their own set their own time limits.
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 10_000,
    hookTimeout: 30_000,
    // No module holds state, so files share the modules that one worker has loaded: half of the run went into loading them anew.
    isolate: false,
    // Tests wait for commands, browsers and worker threads of their own: two at a time also where there are two cores.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Tests of the neural reader open it themselves; all others answer the same with or without its runtime.
    env: { READER: 'linear' },
  },
});
