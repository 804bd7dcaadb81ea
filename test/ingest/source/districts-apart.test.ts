import { describe, expect, test } from 'vitest';
import { sheetText } from '../../../src/ingest/formats/sheet.ts';
import { districtsApart } from '../../../src/ingest/source/districts-apart.ts';
import { picker } from '../../text/pseudo-random.ts';

const partsOf = (...lines: string[]): (readonly [string | null, string[]])[] =>
  districtsApart(lines.join('\n')).map(({ district, text }) => [district, text.split('\n')]);

describe('rows of several districts', () => {
  test('are parted, each with the headers above it', () => {
    expect(
      partsOf('地区 | 产值', '渭滨区2019年：产值3亿元。', '云安区：产值9亿元。', '渭滨区2020年：产值4亿元。'),
    ).toEqual([
      ['陕西省宝鸡市渭滨区', ['地区 | 产值', '渭滨区2019年：产值3亿元。', '渭滨区2020年：产值4亿元。']],
      ['广东省云浮市云安区', ['地区 | 产值', '云安区：产值9亿元。']],
    ]);
  });

  test('leave what is of none to itself: sums, notes', () => {
    const parts = partsOf(
      '地区 | 产值',
      '渭滨区：产值3亿元。',
      '云安区：产值9亿元。',
      '合计：产值12亿元。',
      '',
      '备注：初步核算。',
    );
    expect(parts.at(-1)).toEqual([null, ['地区 | 产值', '合计：产值12亿元。', '', '备注：初步核算。']]);
  });

  test('stand below their district where that is a row of its own, up to the end of the table', () => {
    expect(partsOf('指标 | 数值', '渭滨区', '产值3亿元。', '云安区', '产值9亿元。', '', '全市产值12亿元。')).toEqual([
      ['陕西省宝鸡市渭滨区', ['指标 | 数值', '渭滨区', '产值3亿元。']],
      ['广东省云浮市云安区', ['指标 | 数值', '云安区', '产值9亿元。']],
      [null, ['全市产值12亿元。']],
    ]);
  });

  test('of a name that several districts bear are of the neighbour of the others, or told by that name alone', () => {
    expect(partsOf('鼓楼区：9亿元。', '甲县：3亿元。', '渭滨区：1亿元。')[0]?.[0]).toBe('鼓楼区');
    const names = partsOf('鼓楼区：9亿元。', '徐州市泉山区：3亿元。', '陕西省宝鸡市渭滨区：1亿元。').map(
      ([district]) => district,
    );
    expect(names).toEqual(['江苏省徐州市鼓楼区', '江苏省徐州市泉山区', '陕西省宝鸡市渭滨区']);
  });

  test('of each table stand below its own caption', () => {
    const [first, second] = partsOf('# 表', '## 甲', '渭滨区：3亿元。', '', '## 乙', '云安区：9亿元。');
    expect(first?.[1]).toEqual(['# 表', '## 甲', '渭滨区：3亿元。']);
    expect(second?.[1]).toEqual(['# 表', '', '## 乙', '云安区：9亿元。']);
  });
});

test('a table of one district, of none, or of words that only look like districts stays whole', () => {
  expect(partsOf('渭滨区2019年：产值3亿元。', '渭滨区2020年：产值4亿元。', '合计：7亿元。')).toEqual([]);
  expect(partsOf('老旧小区：3个。', '夜市：9个。')).toEqual([]);
  expect(partsOf('')).toEqual([]);
});

test('every line that says something stands in some part, and no part holds a row of another district', () => {
  const districts = ['渭滨区', '云安区', '泉山区'];
  for (let seed = 0; seed < 200; seed++) {
    const { below } = picker(seed);
    const rows = Array.from({ length: 2 + below(12) }, (_, index) =>
      below(6) === 0 ? [] : [below(4) === 0 ? '合计' : (districts[below(3)] ?? ''), String(index), `备${index}`],
    );
    const text = sheetText([['地区', '公园（个）', '说明'], ...rows]);
    const parts = districtsApart(text);
    if (parts.length === 0) continue;
    const lines = new Set(parts.flatMap((part) => part.text.split('\n')));
    for (const line of text.split('\n')) if (line !== '') expect(lines, `seed ${seed}`).toContain(line);
    for (const { district, text: own } of parts)
      for (const name of districts) expect(own.includes(`${name}：`)).toBe(district?.endsWith(name) ?? false);
  }
});
