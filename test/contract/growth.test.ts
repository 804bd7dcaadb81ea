// Texts on which some step once took the square or the cube of their length, each long enough to stand still for minutes then.
// `npm run growth` measures the curves of all of them.
import { describe, expect, test } from 'vitest';
import { growthCases } from '../../scripts/dev/support/growth-cases.ts';
import { exponentOf } from '../../scripts/dev/support/growth-fit.ts';
import { parseChineseNumeral } from '../../src/text/chinese-numerals.ts';
import { findQuantities } from '../../src/text/numbers.ts';
import { pieceSpans, wordSpans } from '../../src/text/tokens.ts';
import { findAsks } from '../../src/understand/asks.ts';

const MAX_CPU_MS = 4_000;

async function cpuMs(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

describe('a text of many characters takes a time in proportion', () => {
  test.each([
    ['figures: percentages', 60_000],
    ['figures: honest text', 120_000],
    ['periods: years', 60_000],
    ['words: one line', 120_000],
    ['described: blanks', 200_000],
    ['described: pipes', 200_000],
    ['structured: equal short lines', 462_000],
    ['structured: headings', 462_000],
    ['asked: equal short lines', 462_000],
    ['asked: headings', 200_000],
    ['asked: no mark at all', 200_000],
  ])(
    '%s, %i',
    async (name, characters) => {
      const [found] = growthCases().filter((one) => one.name === name);
      expect(found).toBeDefined();
      const work = found?.prepare(characters);
      expect(await cpuMs(() => work?.())).toBeLessThan(MAX_CPU_MS);
    },
    60_000,
  );
});

test('a run of numerals that is no number is none, and breaks nothing', () => {
  for (const unit of ['亿', '百', '万亿', '1', '三十']) {
    const run = unit.repeat(100_000);
    expect(parseChineseNumeral(run)).toBeNull();
    for (const { value } of findQuantities(`投资${run}元。`)) expect(Number.isFinite(value)).toBe(true);
  }
});

test('long texts are cut into the words of their parts, without gaps and at their places', () => {
  const text = '柳溪区新建口袋公园12处，完成投资1.2亿元。'.repeat(200);
  const pieces = pieceSpans(text);
  expect(pieces.map(({ word }) => word).join('')).toBe(text);
  expect(pieces.every(({ word, start, end }) => text.slice(start, end) === word)).toBe(true);
  const once = wordSpans('柳溪区新建口袋公园12处，完成投资1.2亿元。').map(({ word }) => word);
  expect(wordSpans(text).map(({ word }) => word)).toEqual(Array.from({ length: 200 }, () => once).flat());
});

test('a question asks for a few things, each once, however often it repeats them', () => {
  expect(findAsks('财政收入达到多少，'.repeat(110))).toHaveLength(1);
  const many = Array.from({ length: 60 }, (_, n) => `第${n}项收入有多少`).join('，');
  expect(findAsks(many)).toHaveLength(6);
});

test('the exponent of a curve is that of its longest inputs', () => {
  const curve = (power: number) =>
    [1, 2, 4, 8, 16, 32].map((n) => ({ characters: n * 1_000, elapsedMs: 5 * n ** power }));
  expect(exponentOf(curve(1))).toBeCloseTo(1);
  expect(exponentOf(curve(2))).toBeCloseTo(2);
  expect(exponentOf(curve(1).slice(0, 2))).toBe(0);
});
