import { expect, test } from 'vitest';
import { evidenceAround } from '../../../src/answer/generate/evidence.ts';
import { memoryLibrary } from '../../../src/store/index/in-memory-library.ts';
import {
  CHENGJIANG,
  citationOf,
  evidence,
  extractive,
  extractiveOf,
  hitsOn,
  library,
  ORDER,
  reportOf,
} from './fixtures.ts';

test('every piece of evidence is a slice of its report, numbered from 1', () => {
  expect(evidence.map(({ n }) => n)).toEqual([1, 2, 3, 4, 5]);
  for (const { report, start, end, quote } of evidence) expect(library.textOf(report.id).slice(start, end)).toBe(quote);
});

test('a reading is given only where it differs from the quote', () => {
  expect(evidence[0]?.reading).toContain('去年〔2021年〕');
  expect(evidence[1]?.reading).toBeNull();
});

test('evidence keeps to the districts of the answer', () => {
  expect(evidence.every(({ report }) => report.district === CHENGJIANG)).toBe(true);
  const both = extractiveOf(citationOf(library, 0, 1), citationOf(library, 1, 1));
  const wider = evidenceAround({ extractive: both, hits: hitsOn(library, 1, 0), library });
  expect(new Set(wider.map(({ report }) => report.id)).size).toBe(2);
});

test('without a known district only the cited report is evidence', () => {
  const nowhere = memoryLibrary([reportOf('a', null, ['甲', '第一句。']), reportOf('b', null, ['乙', '第二句。'])]);
  const gathered = evidenceAround({
    extractive: extractiveOf(citationOf(nowhere, 0, 1)),
    hits: hitsOn(nowhere, 1, 0),
    library: nowhere,
  });
  expect(gathered.map(({ quote }) => quote)).toEqual(['第一句。']);
});

test('headings are left out unless cited, sentences that give orders always', () => {
  const quotes = evidence.map(({ quote }) => quote);
  expect(quotes).not.toContain('澄江区：老工业区的新生');
  expect(quotes).not.toContain(ORDER);
  const citing = extractiveOf(citationOf(library, 0, 0), citationOf(library, 0, 5));
  const again = evidenceAround({ extractive: citing, hits: hitsOn(library, 0), library }).map(({ quote }) => quote);
  expect(again[0]).toBe('澄江区：老工业区的新生');
  expect(again).not.toContain(ORDER);
});

test('cited sentences are there however little room there is and wherever they stand', () => {
  const tight = evidenceAround({ extractive, hits: hitsOn(library, 0), library, maxCharacters: 0 });
  expect(tight.map(({ quote }) => quote)).toEqual(extractive.citations.map(({ quote }) => quote));
  expect(evidenceAround({ extractive, hits: [], library })).toEqual([{ ...extractive.citations[0], n: 1 }]);
});

test('the passages that the answer comes from stand first', () => {
  const both = extractiveOf(citationOf(library, 0, 1), citationOf(library, 0, 2));
  const [first] = evidenceAround({ extractive: both, hits: hitsOn(library, 1, 0), library });
  expect(first?.report.id).toBe('chengjiang');
});

test('a passage found twice is evidence once', () => {
  expect(evidenceAround({ extractive, hits: hitsOn(library, 0, 0), library })).toEqual(
    evidenceAround({ extractive, hits: hitsOn(library, 0), library }),
  );
});
