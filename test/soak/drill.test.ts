// The soak of quizzes in small; the whole one is `node --import tsx test/soak/run.ts`.
import { expect, test } from 'vitest';
import { runDrill } from './drill.ts';

test('through faults and kills every answer to a poll is graded once, as it was given, and every set ends', {
  timeout: 120_000,
}, async () => {
  const report = await runDrill({ learners: 12, questions: 6, kills: 3, faultShare: 0.1, seed: 4, limitMs: 60_000 });
  expect(report).toMatchObject({
    kills: 3,
    lost: 0,
    mistaken: 0,
    misreviewed: 0,
    stalled: 0,
    violations: [],
    unhandled: [],
  });
  expect(report.graded).toBeGreaterThanOrEqual(12 * 6);
  expect(report.votes).toBeGreaterThanOrEqual(report.graded);
  expect(report.faulted).toBeGreaterThan(5);
});
