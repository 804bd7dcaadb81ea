import { describe, expect, test } from 'vitest';
import {
  type Clauses,
  changeBefore,
  clauseAround,
  clausesOf,
  textBefore,
  textBehind,
} from '../../../src/ingest/facts/clauses.ts';
import type { Quantity } from '../../../src/text/numbers.ts';
import { picker, scramble } from '../../text/pseudo-random.ts';

/** The sentence and the figure that is written so in it. */
function figure(read: string, surface: string): [Clauses, Quantity] {
  const clauses = clausesOf(read, '2017');
  const quantity = clauses.quantities.find((each) => each.surface === surface);
  if (!quantity) throw new Error(`${surface} is not among ${clauses.quantities.map((each) => each.surface).join(' ')}`);
  return [clauses, quantity];
}

const surfaces = (read: string): string[] => clausesOf(read, '2017').quantities.map(({ surface }) => surface);

describe('figures of a sentence', () => {
  test.each([
    ['完成亿元以上固投项目48个', ['48个']],
    ['年税收千万元楼宇达7栋', ['7栋']],
    ['占全市60%以上。', ['60%']],
    ['投入近亿元改造小区6个', ['亿元', '6个']],
    ['健全“1办14组”体系', []],
    ['“去年我们引进了6家企业，今年再引进8家。”', ['6家', '8家']],
  ])('%s', (read, expected) => {
    expect(surfaces(read)).toEqual(expected);
  });

  test('whatever the text, each stands where it says', () => {
    const pick = picker(7);
    let seen = 0;
    for (let round = 0; round < 500; round++) {
      const read = scramble(pick, 14);
      for (const { start, end, surface } of clausesOf(read, '2017').quantities) {
        expect(read.slice(start, end)).toBe(surface);
        seen++;
      }
    }
    expect(seen).toBeGreaterThan(200);
  });
});

describe('the clause around a figure', () => {
  test.each([
    ['前言，新增企业6家，后语。', '6家', '新增企业6家'],
    ['新增企业6家、商户8家；后语', '8家', '新增企业6家、商户8家'],
    ['新增企业6家', '6家', '新增企业6家'],
    ['变化显现——新增企业6家……', '6家', '新增企业6家'],
  ])('%s', (read, surface, clause) => {
    const [clauses, quantity] = figure(read, surface);
    expect(read.slice(...clauseAround(clauses, quantity))).toBe(clause);
  });
});

describe('the words next to a figure', () => {
  test('begin after the last mark, figure or period, without resolutions and remarks', () => {
    expect(textBefore(...figure('去年〔2016年〕新增企业6家', '6家'))).toBe('新增企业');
    expect(textBefore(...figure('企业6家商户8家', '8家'))).toBe('商户');
    expect(textBefore(...figure('（含）企业6家', '6家'))).toBe('企业');
    expect(textBefore(...figure('企业（含个体）6家', '6家'))).toBe('企业');
    expect(textBefore(...figure('企业（含商户6家）', '6家'))).toBe('含商户');
  });

  test('end before the next mark, figure or period', () => {
    expect(textBehind(...figure('整合6家国有企业，新增8家', '6家'))).toBe('国有企业');
    expect(textBehind(...figure('整合6家企业8家商户', '6家'))).toBe('企业');
  });
});

describe('changes', () => {
  test.each([
    ['同比增长16.1%', '16.1%', 1, ''],
    ['同比下降3%', '3%', -1, ''],
    ['分别增长62%', '62%', 1, ''],
    ['零售总额同比增长24%', '24%', 1, '零售总额'],
    ['效率提升七成', '七成', 1, '效率'],
    ['企业增长了76家', '76家', 1, '企业'],
  ])('%s', (read, surface, sign, rest) => {
    expect(changeBefore(...figure(read, surface))).toMatchObject({ sign, rest });
  });

  test.each([
    ['占比5%', '5%'],
    ['新增5家', '5家'],
    ['增至5家', '5家'],
  ])('%s is none', (read, surface) => {
    expect(changeBefore(...figure(read, surface))).toBeNull();
  });
});
