import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openModelFolder, probabilityOf, weightsIn } from '../../../src/read/neural/model-folder.ts';
import { isInstalled } from '../../support/installed.ts';
import { GRAIN, PLAIN, writeReranker } from '../support/tiny-reader.ts';

const root = mkdtempSync(join(tmpdir(), 'model-folder-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const place = (...names: string[]): string => join(root, ...names);

test('a probability is the logistic of the calibrated numbers', () =>
  expect(probabilityOf({ id: '', A: 2, S: 0.5, intercept: -1 }, 1, 4)).toEqual({
    score: 3,
    answered: expect.closeTo(0.9526, 4),
  }));

test('weights are looked for in the places where hubs keep them, the small ones first, then by their ending', () => {
  mkdirSync(place('weights', 'onnx'), { recursive: true });
  expect(weightsIn(place('weights'))).toBeNull();
  for (const name of ['own.onnx', 'model.onnx', 'onnx/model.onnx', 'onnx/model_quantized.onnx']) {
    writeFileSync(place('weights', name), '');
    expect(weightsIn(place('weights'))).toBe(place('weights', name));
  }
});

describe.skipIf(!isInstalled('onnxruntime-node'))('a folder that is no reader says what is missing:', () => {
  test.each<[string, RegExp, (folder: string) => void]>([
    ['it is not there', /There is no reader in .*nowhere/, () => undefined],
    ['no weights', /ends in \.onnx/, (folder) => mkdirSync(folder)],
    ['no calibration', /npm run add -- reader/, (folder) => writeReranker(folder, GRAIN, { calibration: null })],
    [
      'the calibration of other weights',
      /made for other weights.*npm run add -- reader/,
      (folder) => writeReranker(folder, GRAIN, { calibration: { ...PLAIN, bytes: 7 } }),
    ],
    [
      'a calibration that is none',
      /is no calibration/,
      (folder) => writeReranker(folder, GRAIN, { calibration: { id: 'x', A: 'much' } }),
    ],
    [
      'a damaged calibration',
      /cannot be read as JSON/,
      (folder) => {
        writeReranker(folder, GRAIN);
        writeFileSync(join(folder, 'calibration.json'), '{"id":');
      },
    ],
    [
      'a tokenizer of another kind',
      /Unigram.*WordPiece/,
      (folder) => {
        writeReranker(folder, GRAIN);
        writeFileSync(join(folder, 'tokenizer.json'), '{"model": {"type": "WordPiece"}}');
      },
    ],
  ])('%s', (what, message, prepare) => {
    const path = place(what === 'it is not there' ? 'nowhere' : what.replaceAll(' ', '-'));
    prepare(path);
    expect(() => openModelFolder({ path })).toThrow(
      expect.objectContaining({ code: 'reader/missing', message: expect.stringMatching(message) }),
    );
  });

  test('the state folder holds the calibration of one that may not be written', () => {
    writeReranker(place('shared', 'grain'), GRAIN, { calibration: null });
    mkdirSync(place('state', 'readers'), { recursive: true });
    writeFileSync(place('state', 'readers', 'grain.json'), JSON.stringify({ ...PLAIN, id: 'elsewhere' }));
    const { calibration } = openModelFolder({ path: place('shared', 'grain'), stateDir: place('state') });
    expect(calibration.id).toBe('elsewhere');
  });
});
