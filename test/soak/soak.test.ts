// The soak in small; the whole one is `node --import tsx test/soak/run.ts`.
import { expect, test } from 'vitest';
import { runSoak } from './soak.ts';

test('through faults and kills every question is answered exactly once, in its chat’s order', {
  timeout: 120_000,
}, async () => {
  const report = await runSoak({
    chats: 12,
    messages: 150,
    kills: 2,
    faultShare: 0.1,
    slowMs: 3_000,
    meanwhile: 30,
    seed: 5,
    limitMs: 45_000,
  });
  expect(report).toMatchObject({
    questions: 181,
    kills: 2,
    lost: 0,
    wronglyRepeated: 0,
    disordered: 0,
    violations: [],
    unhandled: [],
  });
  expect(report.answeredOnce + report.repeated + report.blocked).toBe(181);
  expect(report.faulted).toBeGreaterThan(10);
  expect(report.p95Ms).toBeLessThan(1_500);
});
