// Pictures and scans: without the package the reason names the command; with it (skipped where it is not installed) a picture is read.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { installedRecognition, recognise, withRecognition } from '../../../src/ingest/ocr/recognition.ts';
import { describeReport } from '../../../src/ingest/source/describe.ts';
import { readCorpus } from '../../../src/ingest/source/read.ts';

const SAMPLE = readFileSync(new URL('../../../scripts/support/ocr-sample.png', import.meta.url));
const NOWHERE = join(tmpdir(), 'no-such-recognition');

test('without the package the reason names the command that brings it', () => {
  expect(installedRecognition(NOWHERE)).toBeNull();
  for (const format of ['picture', 'scan'] as const)
    expect(recognise(format, SAMPLE, NOWHERE)).toMatchObject({
      ok: false,
      code: 'no-text',
      reason: expect.stringContaining('npm run add -- ocr'),
    });
});

test('everything but pictures goes to the extractor that is there', () => {
  const asked: string[] = [];
  const extractor = withRecognition({
    extract: (format) => {
      asked.push(format);
      return { ok: false, code: 'damaged', reason: '' };
    },
  });
  extractor.extract('pdf', SAMPLE);
  extractor.extract('html', '<p>');
  expect(asked).toEqual(['pdf', 'html']);
});

test.skipIf(installedRecognition() === null)(
  'a picture is read, its report marked as recognised, its text told to want a check',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'quzhi-ocr-'));
    writeFileSync(join(folder, '青石区.png'), SAMPLE);
    const [source] = readCorpus([folder], { skipped: [], notices: [] });
    rmSync(folder, { recursive: true });
    expect(source).toMatchObject({ text: expect.stringContaining('青石区2021年引进项目36个'), encoding: 'picture' });
    expect(source?.problems[0]).toContain('text recognition');
    expect(source && describeReport(source, () => null).isScanned).toBe(true);
  },
  120_000,
);
