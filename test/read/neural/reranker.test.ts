// Tiny rerankers and extractive readers in folders, where the optional runtime is installed.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { openNeuralReader } from '../../../src/read/neural/neural-reader.ts';
import { openReranker } from '../../../src/read/neural/reranker.ts';
import type { Reader } from '../../../src/read/reader.ts';
import { isInstalled } from '../../support/installed.ts';
import { readerContract } from '../support/reader-contract.ts';
import { GRAIN, GRAIN_SPAN, writeExtractive, writeReranker } from '../support/tiny-reader.ts';

const root = mkdtempSync(join(tmpdir(), 'rerankers-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const place = (name: string): string => join(root, name);

vi.setConfig({ testTimeout: 30_000 });

const BLANK = { title: '', district: '', period: '', heading: '' };

async function readOnce(reader: Reader, question: string, text: string) {
  try {
    return (await reader.read(question, [{ ...BLANK, text }]))[0];
  } finally {
    await reader.close();
  }
}

describe.skipIf(!isInstalled('onnxruntime-node'))('with a runtime', () => {
  writeReranker(place('reranker'), GRAIN);
  writeExtractive(place('extractive'), GRAIN_SPAN);
  readerContract('a reranker in a folder', () => openReranker({ path: place('reranker') }));
  readerContract('an extractive reader in a folder', () => openNeuralReader({ path: place('extractive') }));

  test('a reranker gets both separators, the context and the text, and points at nothing', async () => {
    writeReranker(
      place('ends'),
      { '<s>': 100, '</s>': 10, 县: 1 },
      { calibration: { id: 'ends', A: 1, S: 0, intercept: -130 } },
    );
    const reader = openReranker({ path: place('ends') });
    const [judgement] = await reader.read('清河', [{ ...BLANK, district: '清河县', text: '全县\n 新建' }]);
    expect(judgement).toMatchObject({ score: 2, spans: [], answered: expect.closeTo(1 / (1 + Math.exp(-2))) });
    await reader.close();
  });

  test('an input is cut to the longest that the model takes, at the end of the excerpt', async () => {
    writeReranker(place('long'), { '<s>': 1, '</s>': 1, 县: 1 });
    const judged = await readOnce(openReranker({ path: place('long') }), '清', '县'.repeat(500));
    // 128 pieces, of which the question takes two and the beginning of the excerpt one.
    expect(judged?.score).toBe(125);
  });

  test('an extractive reader points at its words', async () => {
    const judged = await readOnce(openNeuralReader({ path: place('extractive') }), '多少？', '粮食总产量21.9万吨。');
    expect(judged?.spans[0]).toMatchObject({ start: 5, end: 11 });
  });

  test('a model that gives several numbers, or no spans, is told from a reader', async () => {
    writeReranker(place('wide'), GRAIN, { width: 3 });
    await expect(readOnce(openReranker({ path: place('wide') }), '？', '县')).rejects.toMatchObject({
      code: 'reader/failed',
      message: expect.stringContaining('3 numbers'),
    });
    await expect(readOnce(openNeuralReader({ path: place('reranker') }), '？', '县')).rejects.toMatchObject({
      code: 'reader/failed',
      message: expect.stringContaining('no extractive reader'),
    });
  });

  test('weights that are none are told with their file', async () => {
    writeReranker(place('damaged'), GRAIN);
    writeFileSync(join(place('damaged'), 'model.onnx'), 'no model');
    await expect(readOnce(openReranker({ path: place('damaged') }), '？', '县')).rejects.toMatchObject({
      code: 'reader/missing',
      message: expect.stringContaining(join(place('damaged'), 'model.onnx')),
    });
  });
});
