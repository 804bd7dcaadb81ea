// The fuzz in small; `node --import tsx test/channels/telegram/fuzz-run.ts 10000` throws ten thousand.
import { expect, test } from 'vitest';
import { runFuzz } from '../channels/telegram/fuzz-run.ts';

test('odd messages crash nothing, break no rule of the Bot API, and get no stranger an answer', {
  timeout: 120_000,
}, async () => {
  const report = await runFuzz(600, 7);
  expect(report).toMatchObject({
    messages: 600,
    violations: [],
    strangersAnswered: 0,
    unfinished: 0,
    failures: [],
    isAliveAfter: true,
  });
  expect(report.replies).toBeGreaterThan(100);
});
