import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { folderOf, pickReader, type ReaderSetting } from '../../src/read/pick-reader.ts';
import { isInstalled } from '../support/installed.ts';
import { GRAIN, GRAIN_SPAN, PLAIN, writeExtractive, writeReranker } from './support/tiny-reader.ts';

const root = mkdtempSync(join(tmpdir(), 'pick-reader-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const pick = (reader: ReaderSetting) => pickReader({ reader, stateDir: join(root, 'state') }, () => undefined);

test('linear opens nothing', () => expect(pick('linear')).toBeNull());

test.each<[ReaderSetting, string | null]>([
  ['auto', null],
  ['neural:models/own', 'models/own'],
  ['reranker:C:\\models', 'C:\\models'],
])('%s names the folder %s', (setting, folder) => expect(folderOf(setting)).toBe(folder));

describe.skipIf(!isInstalled('onnxruntime-node'))('with a runtime', () => {
  test('a folder is opened as what the setting calls it', async () => {
    writeReranker(join(root, 'a'), GRAIN, { calibration: { ...PLAIN, id: 'ranks' } });
    writeExtractive(join(root, 'b'), GRAIN_SPAN, { ...PLAIN, id: 'points' });
    const readers = [pick(`reranker:${join(root, 'a')}`), pick(`neural:${join(root, 'b')}`)];
    expect(readers.map((reader) => reader?.id)).toEqual(['ranks', 'points']);
    await Promise.all(readers.map((reader) => reader?.close()));
  });

  test('a folder that is not there is a fault, never another reader in silence', () =>
    expect(() => pick('reranker:/nowhere/at/all')).toThrow(/There is no reader in \/nowhere/));
});
