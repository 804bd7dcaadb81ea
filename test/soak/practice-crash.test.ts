// Practice while the process dies, in small; ten thousand answers: test/soak/run.ts.
import { expect, test } from 'vitest';
import { soak } from '../chat/practice/crash-soak.ts';
import { crashes } from './crashes.ts';

const ANSWERS = 2_000;

test(`${ANSWERS} answers of 100 learners, the process dying at every boundary: none is lost, none graded twice`, async () => {
  const report = await crashes({ answers: ANSWERS, learners: 100, every: 5 });
  expect(report).toMatchObject({ answers: ANSWERS, lost: [], regraded: [], mismatched: [] });
  expect(report).toMatchObject({ questions: ANSWERS, history: ANSWERS });
  expect(report.crashes).toBeGreaterThan(150);
}, 240_000);

test('a process that is killed outright loses and regrades nothing either', async () => {
  expect(await soak({ answers: 1_000, kills: 3 })).toMatchObject({ lost: [], regraded: [], mismatched: [], kills: 3 });
}, 240_000);
