// Corrections beside the reports: the latest of each field counts, those of one report leave the others alone.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  addCorrection,
  CORRECTIONS_NAME,
  Corrections,
  folderOfReport,
  readCorrectedFields,
  undoCorrection,
} from '../../../src/ingest/source/corrections.ts';
import type { ReportSource } from '../../../src/ingest/source/report-sources.ts';

const AT = new Date('2026-11-29T08:00:00Z');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quzhi-corrected-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const source = (id: string, path: string, given: ReportSource['given'] = {}): ReportSource =>
  ({ id, path, text: '正文', encoding: 'utf-8', given, problems: [] }) as unknown as ReportSource;
const correct = (path: string, fields: Record<string, string>, id?: string): void =>
  addCorrection(folder, { path, ...(id !== undefined && { id }) }, { set: readCorrectedFields(fields), at: AT });
const read = (): { corrections: Corrections; problems: string[] } => {
  const problems: string[] = [];
  return { corrections: new Corrections([folder], problems), problems };
};

test('the latest of each field counts, an empty one says that there is none, and neither is a guess any more', () => {
  correct('a.md', { 区县: '泉山区', 日期: '2020' });
  correct('a.md', { district: '铜山区', 发布单位: '' });
  const { corrections } = read();
  const given = { district: '鼓楼区', publisher: '日报', inferred: ['district', 'title'] };
  expect(corrections.apply(source('a', 'a.md', given))).toMatchObject({
    given: { district: '铜山区', publishedOn: '2020', publisher: null, inferred: ['title'] },
    corrected: ['district', 'publishedOn', 'publisher'],
  });
  expect(corrections.apply(source('b', 'b.md', given)).given).toEqual(given);
});

test('of a file with several reports one is corrected by its id', () => {
  correct('t.csv', { 标题: '甲' }, 't-泉山区');
  const { corrections } = read();
  expect(corrections.apply(source('t-泉山区', 't.csv')).given.title).toBe('甲');
  expect(corrections.apply(source('t-铜山区', 't.csv')).given.title).toBeUndefined();
});

test('what no report was met for waits, and is told', () => {
  correct('gone.md', { 标题: '甲' });
  expect(read().corrections.unused()).toEqual([expect.stringContaining('gone.md')]);
});

test('taking corrections back, the latest first, leaves the file as it was before each', () => {
  const bytes: string[] = [];
  for (const title of ['甲', '乙', '丙']) {
    correct('a.md', { title });
    bytes.push(readFileSync(join(folder, CORRECTIONS_NAME), 'utf8'));
  }
  for (const before of [bytes[1], bytes[0]]) {
    expect(undoCorrection(folder, { path: 'a.md' })).toBe(true);
    expect(readFileSync(join(folder, CORRECTIONS_NAME), 'utf8')).toBe(before);
  }
  expect([undoCorrection(folder, { path: 'a.md' }), undoCorrection(folder, { path: 'a.md' })]).toEqual([true, false]);
});

test('a broken file is told, never written over', () => {
  writeFileSync(join(folder, CORRECTIONS_NAME), 'changes: [');
  expect(read().problems).toEqual([expect.stringContaining('not valid YAML')]);
  expect(() => correct('a.md', { title: '甲' })).toThrow('Mend or remove');
  expect(readFileSync(join(folder, CORRECTIONS_NAME), 'utf8')).toBe('changes: [');
});

test('the folder of a report is the one of the corpus in which its file lies, archives included', () => {
  writeFileSync(join(folder, 'a.zip'), '');
  expect(folderOfReport([join(folder, 'nowhere'), folder], 'a.zip/x.md')).toBe(folder);
  expect(() => folderOfReport([folder], 'b.md')).toThrow('no longer');
});
