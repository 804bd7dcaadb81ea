import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { watchCorpus } from '../../src/ingest/watch.ts';
import { TEXT, useBench } from './bench.ts';

const bench = useBench();

/** Watches through a number of looks; `steps` happen before the look of that number. @returns looks at which an ingest was called for */
async function watchThrough(
  looks: number,
  steps: Readonly<Record<number, () => void>>,
  duringIngest: () => void = () => {},
): Promise<{ calls: number[]; troubles: string[] }> {
  const stop = new AbortController();
  const calls: number[] = [];
  const troubles: string[] = [];
  let look = 0;
  await watchCorpus({
    corpus: [bench.corpus],
    signal: stop.signal,
    sleep: async () => {
      look++;
      if (look > looks) stop.abort();
      steps[look]?.();
    },
    onChange: async () => {
      calls.push(look);
      if (calls.length === 1) duringIngest();
    },
    onTrouble: (message) => troubles.push(message),
  });
  return { calls, troubles };
}

test('an ingest is called for once a change has come to rest, and not before', async () => {
  bench.put('a.txt', TEXT);
  const grow = (look: number) => (): void => bench.put('b.txt', TEXT.repeat(look));
  const { calls } = await watchThrough(8, { 2: grow(2), 3: grow(3), 4: grow(4) });
  expect(calls).toEqual([5]);
});

test('a corpus at rest calls for nothing', async () => {
  bench.put('a.txt', TEXT);
  expect((await watchThrough(5, {})).calls).toEqual([]);
});

test('a change during an ingest is seen after it', async () => {
  bench.put('a.txt', TEXT);
  const { calls } = await watchThrough(8, { 1: () => bench.put('b.txt', TEXT) }, () => bench.put('c.txt', TEXT));
  expect(calls).toEqual([2, 4]);
});

test('a corpus that goes and comes back is told once and watched on', async () => {
  bench.put('a.txt', TEXT);
  const { calls, troubles } = await watchThrough(5, { 1: () => rmSync(bench.corpus, { recursive: true }) });
  expect(calls).toEqual([]);
  expect(troubles).toEqual([expect.stringContaining('There is no')]);
});
