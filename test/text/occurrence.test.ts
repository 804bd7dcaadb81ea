import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endOfNameAt } from '../../src/lexicon/names/name-shape.ts';
import { parseChineseNumeral } from '../../src/text/chinese-numerals.ts';
import { isNegativeAt, occursWhole } from '../../src/text/occurrence.ts';

const DIGITS = '零一二三四五六七八九';

/** A whole number below 10,000 in Chinese characters, without a leading 零. */
function belowTenThousand(number: number): string {
  let written = '';
  for (const [unit, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(number / unit) % 10;
    if (digit > 0) written += DIGITS.charAt(digit) + name;
    else if (written !== '' && !written.endsWith('零') && number % unit > 0) written += '零';
  }
  return written;
}

/** A whole number from 1 to 99,999,999 as Chinese writes it; 2 before 百, 千 and 万 as 两 if wanted. */
function inChinese(number: number, liang: boolean): string {
  const [high, low] = [Math.floor(number / 10_000), number % 10_000];
  const gap = high > 0 && low > 0 && low < 1000 ? '零' : '';
  const whole = (high > 0 ? `${belowTenThousand(high)}万` : '') + gap + belowTenThousand(low);
  const short = whole.replace(/^一十/u, '十');
  return liang ? short.replace(/二(?=[百千万]|$)/gu, '两') : short;
}

const withCommas = (number: number): string => number.toLocaleString('en-US');
const fullWidth = (text: string): string =>
  text.replace(/[0-9,.]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

const whole = fc.oneof(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 99_999_999 }));
/** Two numbers of which the second often ends with the digits of the first. */
const related = fc.oneof(
  fc.tuple(whole, whole),
  fc
    .tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 0, max: 9999 }))
    .map(([own, thousands]): [number, number] => [own, thousands * 1000 + own]),
  fc
    .tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 9999 }))
    .map(([own, ten]): [number, number] => [own, ten * 10_000 + own]),
);
const around = fc.constantFrom<readonly [string, string]>(
  ['', ''],
  ['共有', '。'],
  ['比上年增加', '项目'],
  ['企业（', '）'],
  ['其中：', '，其他'],
);

describe('for all n and m, n个 stands whole in m个 only if n is m', () => {
  test.each([
    ['digits', String],
    ['digits in groups', withCommas],
    ['full-width digits', (number: number) => fullWidth(String(number))],
    ['full-width digits in groups', (number: number) => fullWidth(withCommas(number))],
    ['Chinese numerals', (number: number) => inChinese(number, false)],
    ['Chinese numerals with 两', (number: number) => inChinese(number, true)],
  ] as const)('%s', (_, written) => {
    fc.assert(
      fc.property(related, around, ([own, other], [before, behind]) => {
        const text = `${before}${written(other)}个${behind}`;
        expect(occursWhole(`${written(own)}个`, text)).toBe(own === other);
        if (own !== other) expect(occursWhole(`${own}个`, text)).toBe(false);
      }),
      { numRuns: 400, seed: 7 },
    );
  });

  test('decimals', () => {
    const decimal = fc.tuple(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 1, max: 99 }));
    fc.assert(
      fc.property(decimal, decimal, ([one, tenths], [other, others]) => {
        const [own, their] = [`${one}.${tenths}`, `${other}.${others}`];
        expect(occursWhole(`${own}亿元`, `投资${their}亿元`)).toBe(own === their);
        expect(occursWhole(`${tenths}亿元`, `投资${own}亿元`)).toBe(false);
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  test('the numerals of this test are numerals', () => {
    fc.assert(
      fc.property(whole, fc.boolean(), (number, liang) => {
        expect(parseChineseNumeral(inChinese(number, liang))).toBe(number);
      }),
      { seed: 7 },
    );
  });
});

test('a negative figure is never the positive one', () => {
  fc.assert(
    fc.property(whole, fc.constantFrom('-', '－', '−', '—', '负'), (number, sign) => {
      expect(occursWhole(`${number}%`, `增幅${sign}${number}%`)).toBe(false);
      expect(isNegativeAt(`增幅${sign}${number}%`, 3)).toBe(true);
    }),
    { seed: 7 },
  );
});

describe('does not stand whole', () => {
  test.each([
    ['247个', '1,247个'],
    ['三个', '十三个'],
    ['百家', '两百家'],
    ['十家', '数十家'],
    ['五亿元', '三点五亿元'],
    ['五', '百分之五'],
    ['5千个', '3万5千个'],
    ['3个', '第3个'],
    ['1月', '11月'],
    ['一月', '十一月'],
    ['3日', '13日'],
    ['5%', '-5%'],
    ['5个', '5个百分点'],
    ['5吨', '5吨/日'],
    ['10余个', '10余个百分点'],
    ['5人', '5人次'],
    ['3万', '3万亿'],
    ['123', '12345'],
    ['3', '3.5'],
    ['16', '16,247'],
  ])('%s in %s', (value, text) => {
    expect(occursWhole(value, text)).toBe(false);
  });

  test.each([
    ['李明', '区长李明月'],
    ['李明', '李明月表示'],
  ])('the name %s in %s', (name, text) => {
    expect(occursWhole(name, text, endOfNameAt)).toBe(false);
  });
});

describe('stands whole', () => {
  test.each([
    ['7个', '共47个，7个'],
    ['247个', '2021，247个'],
    ['247个', '共5，247个'],
    ['24个', '共1,24个'],
    ['16', '16，247'],
    ['5个', '项目——5个'],
    ['5项', '减负5项'],
    ['两周', '每两周一次'],
    ['8月', '5月—8月'],
    ['5%', '3%-5%'],
    ['3个', '统一3个标准'],
    ['2021年', '2021年报告'],
    ['2021年', '2021年5月'],
    ['36个', '３６个'],
    ['项目', '新项目'],
    ['5G', '推广5G应用'],
    ['', ''],
  ])('%s in %s', (value, text) => {
    expect(occursWhole(value, text)).toBe(true);
  });

  test.each([
    ['李明', '区长李明牵头'],
    ['李明', '李明月和李明表示'],
    ['李明月', '李明月表示'],
  ])('the name %s in %s', (name, text) => {
    expect(occursWhole(name, text, endOfNameAt)).toBe(true);
  });
});
