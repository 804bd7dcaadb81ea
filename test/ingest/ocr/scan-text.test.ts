// Recognised lines become the text of a file: laid out as a page, with what is doubtful told.
import { expect, test } from 'vitest';
import { type RecognisedLine, textOfScan } from '../../../src/ingest/ocr/scan-text.ts';

const line = (text: string, row: number, more: Partial<RecognisedLine> = {}): RecognisedLine => ({
  text,
  confidence: 0.98,
  left: 120,
  top: 150 + row * 40,
  width: [...text].length * 28,
  height: 36,
  ...more,
});
const page = (...lines: RecognisedLine[]) => ({ width: 1_240, height: 1_754, lines });
const LONG = '二〇二一年全区引进亿元以上项目三十六个总投资一百八十二亿元其中制';

test('lines that a paragraph was broken into are joined, and new paragraphs stay apart', () => {
  const { text } = textOfScan([
    page(line(LONG, 0), line('造业项目21个。', 1), line('2022年，全区新建公园12处。', 3, { left: 176 })),
  ]);
  expect(text).toContain('其中制造业项目21个。');
  expect(text.split('\n').at(-1)).toBe('2022年，全区新建公园12处。');
});

test('a maintainer is told that it was recognised, and which lines are doubtful, the worst first', () => {
  const lines = [
    line(`${LONG}。`, 0),
    line('税收增长8.4%，质量提高。', 2, { confidence: 0.71 }),
    line('绿地34亩，树木万株。', 4, { confidence: 0.62 }),
  ];
  const { remarks } = textOfScan([page(...lines)]);
  expect(remarks[0]).toMatch(/^3 lines were read by text recognition/u);
  expect(remarks[1]).toBe(
    '2 lines were recognised with little confidence: 「绿地34亩，树木万株。」 「税收增长8.4%，质量提高。」',
  );
});

test('a line with a figure amid a word is doubtful, one with a figure before what it counts is not', () => {
  const { remarks, pages } = textOfScan([
    page(line('2021年，望洲区引1进亿元以上项目52个。', 0), line('全区新建1所学校，新增1家企业。', 2)),
  ]);
  expect(remarks[1]).toBe('1 lines were recognised with little confidence: 「2021年，望洲区引1进亿元以上项目52」');
  expect(pages?.lines.map(({ confidence }) => confidence)).toEqual([0.6, 0.98]);
});

test('pages without a line are refused', () => {
  expect(() => textOfScan([page()])).toThrow('finds no line');
});
