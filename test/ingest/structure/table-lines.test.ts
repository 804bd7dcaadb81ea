import { describe, expect, test } from 'vitest';
import { lineSpans } from '../../../src/ingest/structure/line-parts.ts';
import { structureReport } from '../../../src/ingest/structure/structure.ts';
import { findTableRows } from '../../../src/ingest/structure/table-lines.ts';
import { madeUpReport, madeUpText } from '../made-up.ts';

const BODY = '云溪区坚持把公园建到群众家门口，居民满意度位居全市第二，周边区县纷纷前来学习。';

function rows(...lines: string[]): [number, number, string][] {
  const text = lines.join('\n');
  return findTableRows(text, lineSpans(text, 0, text.length)).map(({ from, to, read }) => [from, to, read]);
}

describe('rows of a table are found', () => {
  test('between bars, in the unit of the note above them', () => {
    expect(rows('单位：万人次', '| 县 | 一季度 |', '|:--|--:|', '| 荔波县 | 18.3 |').at(-1)?.[2]).toBe(
      '荔波县：一季度18.3万人次。',
    );
  });

  test('though they are all of one width, as wrapped lines are', () => {
    const row = (name: string, at: number): string => `| ${name} | ${at}.3 | ${at}.9 | ${at}.5 | ${at}.4 |`;
    const table = ['| 县名 | 一季度 | 二季度 | 三季度 | 四季度 |', '|:--|--:|--:|--:|--:|'];
    const text = [...table, ...['云溪区', '南湖区', '北川区', '东山区'].map((name, at) => row(name, 180 + at))].join(
      '\n',
    );
    const read = structureReport(madeUpReport(text)).passages.flatMap(({ sentences }) =>
      sentences.map((one) => one.read),
    );
    expect(read.filter((one) => /^.{3}：一季度/u.test(one))).toHaveLength(4);
  });

  test('between bars, the line of dashes with the header', () => {
    expect(rows(BODY, '|地区|公园（个）|', '|---|---:|', '|云溪区|**12**|', '|南湖区|3|', BODY)).toEqual([
      [1, 3, '地区 | 公园（个）'],
      [3, 4, '云溪区：公园12个。'],
      [4, 5, '南湖区：公园3个。'],
    ]);
  });

  test('between tabs', () => {
    expect(rows('地区\t公园（个）', '云溪区\t12', '南湖区\t3')).toEqual([
      [0, 1, '地区 | 公园（个）'],
      [1, 2, '云溪区：公园12个。'],
      [2, 3, '南湖区：公园3个。'],
    ]);
  });

  test('where a table was flattened to one cell a line, below its caption', () => {
    const cells = ['主要指标', '地区', '公园（个）', '增速', '云溪区', '12', '8.1%', '南湖区', '3', '-1%'];
    expect(rows(BODY, ...cells, BODY)).toEqual([
      [2, 5, '地区 | 公园（个） | 增速'],
      [5, 8, '云溪区：公园12个，增速8.1%。'],
      [8, 11, '南湖区：公园3个，增速-1%。'],
    ]);
  });
});

describe('no table is seen in', () => {
  test.each([
    ['a line of navigation', ['首页 | 机构 | 服务', BODY]],
    ['a list of names', ['云溪经济开发区', '青石文化产业园', '南湖科技创新园', '老街改造工程', '口袋公园', '园林局']],
    ['two lines with a tab', ['甲\t乙', '丙\t丁']],
    ['figures without an order', ['地区', '12', '13', '云溪区', '公园', '3', '南湖区', '8']],
    ['one row between bars', ['|指标|数值|', BODY]],
  ])('%s', (_, lines) => {
    expect(rows(...lines)).toEqual([]);
  });
});

describe('a report with a table', () => {
  const text = `一、公园\n${BODY}\n地区\n公园（个）\n云溪区\n12\n南湖区\n3\n青石区\n7\n${BODY}`;

  test('has each row as one sentence under its heading, read with its header', () => {
    const passages = structureReport(madeUpReport(text)).passages;
    const sentence = passages.flatMap((passage) => passage.sentences).find(({ read }) => read === '云溪区：公园12个。');
    expect(text.slice(sentence?.start, sentence?.end)).toBe('云溪区\n12');
    expect(passages.every((passage) => passage.heading[0] === '一、公园')).toBe(true);
  });

  test('keeps every character of it, and tells the maintainer', () => {
    const { passages, notes } = structureReport(madeUpReport(text));
    const kept = passages.flatMap(({ sentences }) => sentences.map(({ start, end }) => text.slice(start, end)));
    expect(kept.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
    expect(notes.remarks).toEqual(['4 rows of tables are read with their headers']);
  });

  test('rows never overlap, whatever the text', () => {
    for (let seed = 0; seed < 300; seed++) {
      const made = `${madeUpText(seed)}\n|甲|1|\n|乙|2|\n`;
      const spans = lineSpans(made, 0, made.length);
      let end = 0;
      for (const row of findTableRows(made, spans)) {
        expect(row.from, `seed ${seed}`).toBeGreaterThanOrEqual(end);
        expect(row.to).toBeGreaterThan(row.from);
        expect(row.to).toBeLessThanOrEqual(spans.length);
        end = row.to;
      }
    }
  });
});
