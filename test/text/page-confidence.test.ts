// What a citation of a scan tells: the lowest confidence of the lines that its words stand in.
import { expect, test } from 'vitest';
import { scanConfidence } from '../../src/text/page-confidence.ts';
import type { Library, ReportMeta } from '../../src/types.ts';

const box = { page: 1, left: 0, top: 0, width: 1, height: 0.1 };
const spans = [
  { ...box, start: 0, end: 10, confidence: 0.98 },
  { ...box, start: 10, end: 20, confidence: 0.71 },
  { ...box, start: 20, end: 30 },
];
const library = { pagesOf: () => ({ source: 'picture', fileHash: '', ratios: [1], spans }) } as unknown as Library;
const scan = { id: 'a', isScanned: true } as ReportMeta;

test('the least sure of its lines counts, and no other', () => {
  expect(scanConfidence(scan, { start: 2, end: 10 }, library)).toEqual({ confidence: 0.98 });
  expect(scanConfidence(scan, { start: 8, end: 12 }, library)).toEqual({ confidence: 0.71 });
  expect(scanConfidence(scan, { start: 22, end: 25 }, library)).toEqual({});
});

test('a report that is no scan tells nothing', () => {
  expect(scanConfidence({ ...scan, isScanned: false }, { start: 2, end: 10 }, library)).toEqual({});
});
