// Works on a lane: one after the other, each with its own outcome.
import { expect, test } from 'vitest';
import { createLane } from '../../../src/app/worker/serial-queue.ts';

test('a work begins when the one before it is over, in the order in which they came', async () => {
  const lane = createLane();
  const seen: string[] = [];
  const work = (name: string) => async (): Promise<string> => {
    seen.push(`${name} begins`);
    await new Promise((resolve) => setImmediate(resolve));
    seen.push(`${name} ends`);
    return name;
  };
  expect(await Promise.all([lane(work('one')), lane(work('two'))])).toEqual(['one', 'two']);
  expect(seen).toEqual(['one begins', 'one ends', 'two begins', 'two ends']);
});

test('a work that fails fails alone, whether at once or later', async () => {
  const lane = createLane();
  const failures = [
    lane(() => {
      throw new Error('at once');
    }),
    lane(async () => Promise.reject(new Error('later'))),
  ];
  const after = lane(() => 'done');
  expect(await Promise.allSettled(failures)).toMatchObject([
    { reason: { message: 'at once' } },
    { reason: { message: 'later' } },
  ]);
  expect(await after).toBe('done');
});
