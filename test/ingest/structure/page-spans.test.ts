// Lines of pages find the words that they became, and nothing else.
import { describe, expect, test } from 'vitest';
import type { FileLine } from '../../../src/ingest/formats/types.ts';
import { pageSpans } from '../../../src/ingest/structure/page-spans.ts';

/** A line in the row of a page, its cells side by side. */
const line = (row: number, ...cells: string[]): FileLine => ({
  page: 1,
  cells: cells.map((text, column) => ({ text, left: 0.1 + column * 0.3, top: row / 20, width: 0.2, height: 0.02 })),
});

/** The words that a text has for each span. */
const wordsOf = (text: string, lines: readonly FileLine[]): string[] =>
  pageSpans(text, lines).map(({ start, end }) => text.slice(start, end));

describe('lines of pages', () => {
  test('of one paragraph share it, each with its own words; page numbers have none', () => {
    const text = '# 青石区2021年工作报告\n全区引进亿元以上项目36个，总投资182亿元，其中制造业项目21个。';
    const lines = [
      line(0, '青石区2021年工作报告'),
      line(1, '全区引进亿元以上项目36个，总投资'),
      line(2, '182亿元，其中制造业项目21个。'),
      line(19, '— 3 —'),
    ];
    expect(wordsOf(text, lines)).toEqual([
      '青石区2021年工作报告',
      '全区引进亿元以上项目36个，总投资',
      '182亿元，其中制造业项目21个。',
    ]);
  });

  test('of a table are the rows that hold all their cells, whole figures alone; headers are none', () => {
    const text = [
      '表一',
      '东湖街道：税收12345万元，项目数12个。',
      '西山街道：税收9876万元，项目数1个。',
      '北门街道：税收123万元，项目数5个。',
    ].join('\n');
    const lines = [
      line(1, '街道', '税收', '项目数'),
      line(2, '东湖街道', '12345', '12'),
      line(3, '西山街道', '9876', '1'),
      line(4, '北门街道123 5'),
    ];
    expect(wordsOf(text, lines)).toEqual(text.split('\n').slice(1));
  });

  test('that stand twice in a text are found in their order', () => {
    const text = '完成投资36亿元。\n其他工作稳步推进。\n完成投资36亿元。';
    const spans = pageSpans(text, [
      line(0, '完成投资36亿元。'),
      line(1, '其他工作稳步推进。'),
      line(2, '完成投资36亿元。'),
    ]);
    expect(spans.map(({ start }) => start)).toEqual([0, 10, 20]);
  });

  test('tell the box around all their cells, and how sure their recognition was', () => {
    const [span] = pageSpans('税收增长8.4%，质量提高。', [
      { ...line(4, '税收增长8.4%，', '质量提高。'), confidence: 0.71 },
    ]);
    expect(span).toMatchObject({ page: 1, left: 0.1, top: 0.2, height: expect.closeTo(0.02), confidence: 0.71 });
    expect(span?.width).toBeCloseTo(0.5);
  });

  test('of a table that was put behind all else are found there', () => {
    const text = `${'正文一二三四五六七八九十。\n'.repeat(400)}东湖街道：税收12345万元，项目数12个。\n北门街道：税收123万元，项目数5个。`;
    expect(wordsOf(text, [line(2, '北门街道', '123', '5')])).toEqual(['北门街道：税收123万元，项目数5个。']);
  });

  test('cost no walk through the whole text each where they are nowhere', () => {
    const letters = (n: number, from: number): string =>
      Array.from({ length: 12 }, (_, at) => String.fromCharCode(from + ((n * 31 + at * at * 7 + n * at) % 6_000))).join(
        '',
      );
    const numbers = [...Array(16_000).keys()];
    const text = numbers.map((n) => `${letters(n, 0x4e00)}。`).join('\n');
    const lines = numbers.map((n) => line(n % 20, letters(n, 0x7000), letters(n + 7, 0x7000)));
    const before = process.cpuUsage();
    expect(pageSpans(text, lines)).toEqual([]);
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(3);
  });

  test('of a note that was put behind all else are found there', () => {
    const text = `${'正文一二三四五六七八九十。\n'.repeat(400)}① 数据为初步核算数，以公报为准。\n`;
    expect(
      wordsOf(text, [
        line(0, '正文一二三四五六七八九十。'),
        line(18, '① 数据为初步核算数，以公报为准。'),
        line(1, '正文一二三四五六七八九十。'),
      ]),
    ).toEqual(['正文一二三四五六七八九十。', '① 数据为初步核算数，以公报为准。', '正文一二三四五六七八九十。']);
  });
});
