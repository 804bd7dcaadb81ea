import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { openLibrary } from '../../../src/store/index/generation.ts';
import { currentGeneration } from '../../../src/store/index/pointer.ts';
import { rollBack } from '../../../src/store/index/rollback.ts';
import { TEXT, useBench } from '../../ingest/bench.ts';

const bench = useBench();
const options = { sleep: async () => {} };

beforeEach(async () => {
  bench.put('a.txt', TEXT);
  await bench.run();
  bench.put('b.txt', TEXT);
  await bench.run();
});

test('a rollback makes the generation before the live one, and the next ingest goes on from there', async () => {
  expect(await rollBack(bench.indexDir, options)).toMatchObject({ from: 'gen-000002', to: 'gen-000001' });
  const library = openLibrary(bench.indexDir);
  expect([...library.reports.keys()]).toEqual(['a']);
  library.close();
  expect(await bench.run()).toMatchObject({ generation: 'gen-000003', reused: 1, totals: { reports: 2 } });
});

test('where there is none before, it says so and changes nothing', async () => {
  await rollBack(bench.indexDir, options);
  await expect(rollBack(bench.indexDir, options)).rejects.toThrowError(
    expect.objectContaining({ code: 'index/missing' }),
  );
  expect(currentGeneration(bench.indexDir)).toBe('gen-000001');
  await expect(rollBack(join(bench.root, 'nowhere'), options)).rejects.toThrowError(
    expect.objectContaining({ code: 'index/missing' }),
  );
});

test('to a generation that is damaged it does not go', async () => {
  const path = join(bench.indexDir, 'gen-000001', 'quzhi.sqlite');
  const bytes = readFileSync(path);
  bytes[200] = (bytes[200] ?? 0) ^ 1;
  writeFileSync(path, bytes);
  await expect(rollBack(bench.indexDir, options)).rejects.toThrowError(
    expect.objectContaining({ code: 'index/corrupt' }),
  );
  expect(currentGeneration(bench.indexDir)).toBe('gen-000002');
});
