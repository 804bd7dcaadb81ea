// Each law with a counter-example: an item as made holds it, the same item altered breaks it.
import { describe, expect, test } from 'vitest';
import { checkItem } from '../../../src/quiz/check/check-item.ts';
import { periodFaults } from '../../../src/quiz/check/period-law.ts';
import { wordingFaults } from '../../../src/quiz/check/wording-laws.ts';
import type { Item } from '../../../src/quiz/types.ts';
import { ITEMS, LIBRARY, libraryOf } from '../made-up-cases.ts';

const itemOn = (subject: Item['subject'], kind: Item['kind']): Item => {
  const found = ITEMS.find((item) => item.subject === subject && item.kind === kind);
  if (!found) throw new Error(`no ${kind} on a ${subject}`);
  return found;
};
const NAME = itemOn('name', 'fill-in');
const FIGURE = itemOn('figure', 'fill-in');

test('an item as made breaks no law', () => {
  for (const item of ITEMS) expect(checkItem(item, LIBRARY), item.question).toEqual([]);
});

describe('the words of an item', () => {
  test.each([
    ['page', '柳岸区（记者 王文 摄）推行“____”制度。'],
    ['footnote', '柳岸区推行“____”制度[8]。'],
    ['event', '柳岸区推行“____”制度，在启动仪式上投放公交车17辆。'],
    ['urged', '会议强调，柳岸区推行“____”制度。'],
    ['torn', '并推行“____”制度。'],
    ['marks', '柳岸区推行“____制度。'],
    ['points-elsewhere', '该局推行“____”制度。'],
    ['long', `柳岸区${'按照统一部署积极行动，'.repeat(10)}推行“____”制度。`],
    ['spoken', '“柳岸区在全市率先推行新的制度，为每个重点项目配备一名干部代办。____”制度。'],
  ])('break the law of %s', (law, question) => {
    expect(wordingFaults({ ...NAME, question }).join()).toContain(law);
  });

  test('ask for no name that every district has, and for no watchword', () => {
    for (const name of ['一网通办', '加速度', '项目为王'])
      expect(wordingFaults({ ...NAME, accepted: [name] } as Item).join(), name).toContain('everyones');
  });
});

describe('the period of a figure', () => {
  test('is named', () => {
    expect(periodFaults({ ...FIGURE, question: '柳岸区引进科技型企业____家。' }, LIBRARY)).toEqual([
      'period: none is named',
    ]);
  });

  const placed = (text: string, begins: string, question: string): string => {
    const library = libraryOf([['a', '云岭省清河市柳岸区', '甲', text]]);
    const [report] = [...library.reports.values()];
    if (!report) throw new Error('no report');
    const start = library.textOf('a' as never).indexOf(begins);
    const end = library.textOf('a' as never).indexOf('。', start) + 1;
    const quote = library.textOf('a' as never).slice(start, end);
    return periodFaults(
      { ...FIGURE, question, citation: { ...FIGURE.citation, report, start, end, quote, reading: null } },
      library,
    ).join();
  };

  test('is not narrowed to a year or a half of one where the report speaks of years', () => {
    const text = '2030年上半年，柳岸区降低税费。近年来，柳岸区筹措水利资金近7000万元。';
    expect(placed(text, '近年来', '2030年上半年，柳岸区筹措水利资金近____万元。')).toContain('近年');
    expect(placed(text, '近年来', '据2030年的报告，柳岸区筹措水利资金近____万元。')).toBe('');
    const since = '2027年，全市创建开展以来，柳岸区改造老旧小区251个。';
    expect(placed(since, '2027年', '2027年，柳岸区改造老旧小区____个。')).toContain('以来');
    expect(placed(since, '2027年', '据2030年的报告，柳岸区改造老旧小区____个。')).toBe('');
  });

  test('has an end where it goes on since a year', () => {
    const text = '2027年以来，柳岸区吸收社会资金100亿元。';
    expect(placed(text, '2027年', '2027年以来，柳岸区吸收社会资金____亿元。')).toContain('until when');
    expect(placed(text, '2027年', '2027年以来（截至2030年5月），柳岸区吸收社会资金____亿元。')).toBe('');
    expect(placed(text, '2027年', '据2030年的报告，2027年以来，柳岸区吸收社会资金____亿元。')).toBe('');
  });

  test('is the part of a year for which its paragraph gives it', () => {
    const library = libraryOf([
      ['a', '云岭省清河市柳岸区', '甲', '2030年1—5月，柳岸区登记企业2140家。柳岸区新增商标860件。'],
    ]);
    const at = library.textOf('a' as never).indexOf('柳岸区新增');
    const quote = '柳岸区新增商标860件。';
    const [report] = [...library.reports.values()];
    if (!report) throw new Error('no report');
    const citation = { ...FIGURE.citation, report, start: at, end: at + quote.length, quote, reading: null };
    const asked = (question: string): Item => ({ ...FIGURE, question, citation });
    expect(periodFaults(asked('据2030年的报告，柳岸区新增商标____件。'), library).join()).toContain('1—5月');
    expect(periodFaults(asked('2030年1—5月，柳岸区新增商标____件。'), library)).toEqual([]);
  });
});
