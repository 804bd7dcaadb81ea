// The test run: every test/**/*.test.ts, offline. Tests that start a command of their own set their own time limits.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 10_000,
    hookTimeout: 30_000,
    // Tests of the neural reader open it themselves; all others answer the same with or without its runtime.
    env: { READER: 'linear' },
  },
});
