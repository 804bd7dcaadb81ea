import { expect, test } from 'vitest';
import { soak } from '../../../scripts/dev/support/soak.ts';
import { seededRandom } from '../../ingest/made-up.ts';

test('an ingest that is killed leaves no wrong answer, no error and no lock behind, and the next one completes', async () => {
  const { rounds, questions, wrong, failed, left } = await soak({ rounds: 3, random: seededRandom(1) });
  expect({ rounds, wrong, failed }).toEqual({ rounds: 3, wrong: [], failed: [] });
  expect(questions).toBeGreaterThan(20);
  expect(left.filter((name) => !/^(?:gen-\d+|current|report\.html|lock\.sqlite)$/.test(name))).toEqual([]);
  expect(left.filter((name) => name.startsWith('gen-'))).toHaveLength(2);
}, 120_000);
