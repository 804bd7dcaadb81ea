// Readers are added from folders and from a hub on this machine, measured on a few sentences, where the optional runtime is installed.
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Adding, addEmbedder, addReader } from '../../../scripts/support/add-reader.ts';
import type { CheckExcerpt } from '../../../scripts/support/reader-check.ts';
import { GRAIN, GRAIN_SPAN, PLAIN, writeExtractive, writeReranker } from '../../read/support/tiny-reader.ts';
import { isInstalled } from '../../support/installed.ts';
import { startHub } from './hub-server.ts';

vi.setConfig({ testTimeout: 60_000 });

const excerptOf = (district: string, text: string, question: string, answers: string[]): CheckExcerpt => ({
  title: `${district}统计公报`,
  district,
  period: '2021年',
  heading: '一、综合',
  text,
  questions: [{ question, kind: 'figure', answers }],
});
const SET = [
  excerptOf('清河县', '全年粮食总产量21.9万吨。', '清河县粮食总产量是多少？', ['21.9万吨']),
  excerptOf('东平县', '全县新建学校三所，校车四十辆。', '东平县新建住房多少套？', []),
];

const root = mkdtempSync(join(tmpdir(), 'add-reader-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const place = (name: string): string => join(root, name);
let told: string[] = [];
beforeEach(() => {
  told = [];
});

const adding = (options: Partial<Adding> = {}): Adding => ({
  config: { hubUrl: 'http://127.0.0.1:9', stateDir: place('state') },
  models: place('models'),
  set: SET,
  isForced: false,
  tell: (line) => told.push(line),
  ...options,
});
const calibrationIn = (folder: string) =>
  JSON.parse(readFileSync(join(folder, 'calibration.json'), 'utf8')) as Record<string, unknown>;

describe.skipIf(!isInstalled('onnxruntime-node'))('a reader', () => {
  test('in a folder is measured beside the ranking alone, calibrated and named by its folder', async () => {
    writeReranker(place('grain'), GRAIN, { calibration: null });
    expect(await addReader(place('grain'), adding())).toEqual({ READER: `reranker:${place('grain')}` });
    expect(told[1]).toMatch(/^linear +right first 1 of 1 .* near misses refused \d of 1 .* ms$/);
    expect(told[2]).toMatch(/^this reader +right first 1 of 1/);
    const { A, id, bytes } = calibrationIn(place('grain'));
    expect(A).toBeGreaterThan(0);
    expect([id, bytes]).toEqual([expect.stringMatching(/^reranker:grain:[0-9a-f]{8}$/), expect.any(Number)]);
  });

  test('that points at words is told from its outputs, and keeps the calibration that it brings', async () => {
    writeExtractive(place('own'), GRAIN_SPAN, { id: 'own-1', A: 1, S: 0, intercept: 0 });
    expect(await addReader(place('own'), adding({ isForced: true }))).toEqual({ READER: `neural:${place('own')}` });
    expect(calibrationIn(place('own'))['id']).toBe('own-1');
    writeExtractive(place('bare'), GRAIN_SPAN, null);
    await addReader(place('bare'), adding({ isForced: true }));
    expect(calibrationIn(place('bare'))).toMatchObject({ A: expect.any(Number), S: expect.any(Number) });
  });

  test('in a folder that may not be written is calibrated in the state folder', async () => {
    if (process.getuid?.() === 0) return;
    writeReranker(place('shared'), GRAIN, { calibration: null });
    chmodSync(place('shared'), 0o555);
    await addReader(place('shared'), adding());
    expect(existsSync(join(place('state'), 'readers', 'shared.json'))).toBe(true);
  });

  test('that reads worse than the ranking alone is refused, unless it is forced', async () => {
    writeReranker(place('odd'), GRAIN, { calibration: null });
    const measured = { right: 1, other: 0, refusedFalsely: 0, refused: 0, medianMs: 1 };
    const measure = async (_: unknown, reader: unknown) => ({ ...measured, refused: reader === null ? 1 : 0 });
    await expect(addReader(place('odd'), adding({ measure }))).rejects.toMatchObject({
      code: 'reader/refused',
      message: expect.stringMatching(/worse than the ranking alone: 1 of 2 .* not 2\. .*--force/),
    });
    expect(existsSync(join(place('odd'), 'calibration.json'))).toBe(false);
    const forced = await addReader(place('odd'), adding({ measure, isForced: true }));
    expect(forced).toEqual({ READER: `reranker:${place('odd')}` });
    expect(told.some((line) => line.includes('worse than the ranking alone'))).toBe(true);
  });

  test('that tells nothing apart is refused', async () => {
    writeExtractive(place('dull'), { ...GRAIN_SPAN, answered: { 吨: 0.1 } }, PLAIN);
    const set = ['东平县', '南山县'].map((district) =>
      excerptOf(district, '全年鱼产量5万头。', `${district}鱼产量是多少？`, ['5万头']),
    );
    const same = { right: 1, other: 0, refusedFalsely: 0, refused: 0, medianMs: 1 };
    await expect(addReader(place('dull'), adding({ set, measure: async () => same }))).rejects.toMatchObject({
      code: 'reader/refused',
      message: expect.stringContaining('hardly better than chance'),
    });
  });

  test('comes from a hub with what it needs, the small weights first', async () => {
    writeReranker(place('source'), GRAIN, { calibration: null });
    const content = (name: string): Buffer => readFileSync(join(place('source'), name));
    const hub = await startHub({
      'own/grain-reranker/model.onnx': content('model.onnx'),
      'own/grain-reranker/tokenizer.json': content('tokenizer.json'),
    });
    const config = { hubUrl: hub.url, stateDir: place('state') };
    const settings = await addReader('own/grain-reranker', adding({ config }));
    expect(settings).toEqual({ READER: `reranker:${join(place('models'), 'grain-reranker')}` });
    expect(hub.seen[0]).toBe('HEAD /own/grain-reranker/resolve/main/onnx/model_quantized.onnx');
    await expect(addReader('own/other', adding({ config }))).rejects.toMatchObject({
      code: 'hub/refused',
      message: expect.stringContaining('onnx/model_quantized.onnx'),
    });
    await hub.close();
  });

  test('never takes the folder of the shipped one', async () => {
    writeReranker(place('source'), GRAIN, { calibration: null });
    const hub = await startHub({
      'own/reader/model.onnx': readFileSync(join(place('source'), 'model.onnx')),
      'own/reader/tokenizer.json': readFileSync(join(place('source'), 'tokenizer.json')),
    });
    const { READER } = await addReader('own/reader', adding({ config: { hubUrl: hub.url, stateDir: place('state') } }));
    expect(READER).toBe(`reranker:${join(place('models'), 'own-reader')}`);
    await hub.close();
  });

  test('from nowhere says what to name, without network how to bring a folder', async () => {
    await expect(addReader('/nowhere/at/all', adding())).rejects.toMatchObject({
      code: 'usage/invalid',
      message: expect.stringContaining('OWNER/NAME'),
    });
    await expect(addReader('own/grain', adding())).rejects.toMatchObject({
      code: 'hub/unreachable',
      message: expect.stringContaining('npm run add -- KIND FOLDER'),
    });
  });
});

test.skipIf(isInstalled('@huggingface/transformers'))(
  'an embedder needs its library before anything is fetched',
  async () => {
    await expect(addEmbedder('own/embedder', adding())).rejects.toMatchObject({
      code: 'embedder/missing',
      message: expect.stringContaining('npm install @huggingface/transformers'),
    });
  },
);
